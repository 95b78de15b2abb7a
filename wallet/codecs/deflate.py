"""DEFLATE in its three wrappings, always with a cap on what comes out.

Lives here: raw deflate with a preset dictionary (links), zlib (picture text), gzip (status lists). Callers
word the failure: a result beyond the cap is FILE_TOO_LARGE, everything else that is wrong is
ENCODING_INVALID.
"""

import zlib

from wallet.errors import CodecError, Reason

_RAW = -zlib.MAX_WBITS
_GZIP = 16 + zlib.MAX_WBITS


def deflate_raw(data: bytes, *, dictionary: bytes = b"") -> bytes:
    """Compress to raw DEFLATE (RFC 1951) at the highest level.

    Args:
        data: what to compress.
        dictionary: a preset dictionary of at most 32 kB; the same one is needed to read.
    """
    if dictionary:
        compressor = zlib.compressobj(level=9, wbits=_RAW, zdict=dictionary)
    else:
        compressor = zlib.compressobj(level=9, wbits=_RAW)
    return compressor.compress(data) + compressor.flush()


def inflate_raw(data: bytes, *, limit: int, dictionary: bytes = b"") -> bytes:
    """Read raw DEFLATE (RFC 1951) written with the same dictionary; at most `limit` bytes come out.

    Raises:
        CodecError: ENCODING_INVALID for damage, a cut end or bytes after the end; FILE_TOO_LARGE beyond the
            limit.
    """
    if dictionary:
        return _inflate(zlib.decompressobj(wbits=_RAW, zdict=dictionary), data, limit)
    return _inflate(zlib.decompressobj(wbits=_RAW), data, limit)


def inflate_zlib(data: bytes, *, limit: int) -> bytes:
    """Read one zlib stream (RFC 1950), checksum included. Raises as `inflate_raw`."""
    return _inflate(zlib.decompressobj(), data, limit)


def inflate_gzip(data: bytes, *, limit: int) -> bytes:
    """Read one gzip member (RFC 1952), checksum included, nothing behind it. Raises as `inflate_raw`."""
    return _inflate(zlib.decompressobj(wbits=_GZIP), data, limit)


def _inflate(stream: "zlib._Decompress", data: bytes, limit: int) -> bytes:
    try:
        result = stream.decompress(data, limit + 1)
    except zlib.error as error:
        raise CodecError(Reason.ENCODING_INVALID, "damaged compressed data") from error
    if len(result) > limit:
        raise CodecError(Reason.FILE_TOO_LARGE, f"more than {limit} bytes after decompression")
    if not stream.eof:
        raise CodecError(Reason.ENCODING_INVALID, "compressed data is cut short")
    if stream.unused_data:
        raise CodecError(Reason.ENCODING_INVALID, "bytes after the compressed data")
    return result
