"""Packing files into one that only a passphrase opens; done in the worker process."""

from collections.abc import Mapping
from io import BytesIO

import pyzipper


def zipped(files: Mapping[str, str], passphrase: str) -> bytes:
    """A ZIP file under AES-256, by the names of what is in it."""
    packed = BytesIO()
    with pyzipper.AESZipFile(packed, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(passphrase.encode())
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()
