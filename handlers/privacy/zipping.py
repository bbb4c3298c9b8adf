"""Packing files into one that only a passphrase opens; done in the worker process."""

from collections.abc import Mapping
from io import BytesIO

import pyzipper


def zipped(files: Mapping[str, str | bytes], passphrase: str) -> bytes:
    """A ZIP file under AES-256, by the names of what is in it. Bytes are a recording's or a photo's: packed already."""
    packed = BytesIO()
    with pyzipper.AESZipFile(packed, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(passphrase.encode())
        for name, content in files.items():
            kind = pyzipper.ZIP_STORED if isinstance(content, bytes) else pyzipper.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=kind)
    return packed.getvalue()
