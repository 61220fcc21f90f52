"""Text for operating system errors: the system's own in English, common ones in Danish."""

import errno

from os2governance.i18n.text import Text, _, as_text

_KNOWN_TEXTS = {
    errno.ENOENT: _("No such file or directory"),
    errno.EACCES: _("Permission denied"),
    errno.EPERM: _("Operation not permitted"),
    errno.EISDIR: _("Is a directory"),
    errno.ENOTDIR: _("Not a directory"),
    errno.ENAMETOOLONG: _("File name too long"),
    errno.ELOOP: _("Too many levels of symbolic links"),
    errno.EEXIST: _("File exists"),
    errno.ENOTEMPTY: _("Directory not empty"),
    errno.EROFS: _("Read-only file system"),
    errno.ENOSPC: _("No space left on device"),
    errno.EDQUOT: _("Disk quota exceeded"),
    errno.EFBIG: _("File too large"),
    errno.EIO: _("Input/output error"),
    errno.EXDEV: _("Invalid cross-device link"),
    errno.EBUSY: _("Device or resource busy"),
    errno.ETXTBSY: _("Text file busy"),
    errno.EMFILE: _("Too many open files"),
    errno.EADDRINUSE: _("Address already in use"),
    errno.EADDRNOTAVAIL: _("Cannot assign requested address"),
}


def translate_os_error(error: OSError) -> Text:
    """Explain why the operating system refused."""
    said = error.strerror or type(error).__name__
    known = _KNOWN_TEXTS.get(error.errno or 0)
    return Text(known.da, said) if known else as_text(said)
