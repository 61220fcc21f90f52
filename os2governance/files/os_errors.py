"""Text for operating system errors: the system's own in English, common ones in Danish."""

import errno

from os2governance.i18n.text import Text

_DANISH_TEXTS = {
    errno.ENOENT: "den findes ikke",
    errno.EACCES: "du har ikke adgang til den",
    errno.EPERM: "du har ikke lov til det",
    errno.EISDIR: "det er en mappe",
    errno.ENOTDIR: "en del af stien er ikke en mappe",
    errno.ENAMETOOLONG: "navnet er for langt",
    errno.ELOOP: "links i filsystemet fører i ring",
    errno.EEXIST: "den findes allerede",
    errno.ENOTEMPTY: "mappen er ikke tom",
    errno.EROFS: "her kan kun læses, ikke skrives",
    errno.ENOSPC: "der er ikke mere plads på disken",
    errno.EMFILE: "der er for mange åbne filer",
    errno.EADDRINUSE: "den er allerede i brug",
    errno.EADDRNOTAVAIL: "adressen findes ikke på denne maskine",
}


def translate_os_error(error: OSError) -> Text:
    """Explain why the operating system refused."""
    said = error.strerror or type(error).__name__
    return Text(_DANISH_TEXTS.get(error.errno or 0, said), said)
