"""The one exception for what cannot be done, with its reason in both languages."""

from os2governance.i18n.text import Text


class NotPossibleError(Exception):
    """A request cannot be carried out.

    Raised for what was asked, such as a revision that does not exist; what is wrong in a file is a
    finding instead.
    """

    def __init__(self, text: Text) -> None:
        """Keep the reason."""
        super().__init__(text.en)
        self.text = text
