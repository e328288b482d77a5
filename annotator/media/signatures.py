"""The lists that `sniff` compares with: names that claim to be media, and media that we keep but don't open."""

from annotator.model import Kind

TIFF_RAW: dict[str, str] = {
    ".3fr": "image/x-hasselblad-3fr",
    ".arw": "image/x-sony-arw",
    ".cr2": "image/x-canon-cr2",
    ".dcr": "image/x-kodak-dcr",
    ".erf": "image/x-epson-erf",
    ".fff": "image/x-hasselblad-fff",
    ".iiq": "image/x-phaseone-iiq",
    ".k25": "image/x-kodak-k25",
    ".kdc": "image/x-kodak-kdc",
    ".mef": "image/x-mamiya-mef",
    ".mos": "image/x-leaf-mos",
    ".nef": "image/x-nikon-nef",
    ".nrw": "image/x-nikon-nrw",
    ".orf": "image/x-olympus-orf",
    ".pef": "image/x-pentax-pef",
    ".ptx": "image/x-pentax-pef",
    ".rw2": "image/x-panasonic-rw2",
    ".rwl": "image/x-leica-rwl",
    ".sr2": "image/x-sony-sr2",
    ".srf": "image/x-sony-srf",
    ".srw": "image/x-samsung-srw",
}
"""RAW formats that begin as any TIFF does, by the name's ending."""

_PHOTO_CLAIMS = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".jpe": "image/jpeg", ".jfif": "image/jpeg", ".jps": "image/jpeg",
    ".png": "image/png", ".apng": "image/png", ".tif": "image/tiff", ".tiff": "image/tiff", ".btf": "image/tiff",
    ".webp": "image/webp", ".gif": "image/gif", ".bmp": "image/bmp", ".dib": "image/bmp", ".heic": "image/heic",
    ".heif": "image/heif", ".hif": "image/heif", ".avif": "image/avif", ".jxl": "image/jxl",
    ".dng": "image/x-adobe-dng",
    ".cr3": "image/x-canon-cr3", ".crw": "image/x-canon-crw", ".raf": "image/x-fuji-raf", ".mrw": "image/x-minolta-mrw",
    ".x3f": "image/x-sigma-x3f", ".raw": "image/x-raw", ".psd": "image/vnd.adobe.photoshop", ".svg": "image/svg+xml",
    ".jp2": "image/jp2", ".j2k": "image/jp2", ".j2c": "image/jp2", ".jpx": "image/jp2", ".ico": "image/x-icon",
    ".icns": "image/icns", ".tga": "image/x-tga", ".pcx": "image/x-pcx", ".sgi": "image/x-sgi", ".rgb": "image/x-sgi",
    ".dds": "image/x-dds", ".blp": "image/x-blp", ".eps": "image/x-eps", ".exr": "image/x-exr", ".hdr": "image/x-hdr",
    ".pbm": "image/x-portable-bitmap", ".pgm": "image/x-portable-graymap", ".ppm": "image/x-portable-pixmap",
    ".xcf": "image/x-xcf", ".msp": "image/x-msp", ".bpg": "image/bpg", ".flif": "image/flif", ".djvu": "image/vnd.djvu",
    ".pcd": "image/x-photo-cd", ".pict": "image/x-pict", ".dpx": "image/x-dpx", ".psp": "image/x-psp",
    ".miff": "image/x-miff", ".pgf": "image/x-pgf", ".lfp": "image/x-lytro", ".spider": "image/x-spider",
}  # fmt: skip
_VIDEO_CLAIMS = {
    ".mp4": "video/mp4", ".m4v": "video/mp4", ".mov": "video/quicktime", ".qt": "video/quicktime",
    ".mkv": "video/x-matroska", ".webm": "video/webm", ".avi": "video/x-msvideo", ".3gp": "video/3gpp",
    ".3g2": "video/3gpp2", ".ts": "video/mp2t", ".mts": "video/mp2t", ".m2ts": "video/mp2t", ".wmv": "video/x-ms-wmv",
    ".asf": "video/x-ms-asf", ".mpg": "video/mpeg", ".mpeg": "video/mpeg", ".vob": "video/mpeg", ".flv": "video/x-flv",
    ".f4v": "video/mp4", ".ogv": "video/ogg", ".mxf": "application/mxf", ".rm": "application/vnd.rn-realmedia",
    ".rmvb": "application/vnd.rn-realmedia", ".fli": "video/x-fli", ".flc": "video/x-fli", ".dv": "video/x-dv",
    ".r3d": "video/x-red-r3d", ".wtv": "video/x-wtv",
}  # fmt: skip
CLAIMS: dict[str, tuple[Kind, str]] = {
    **dict.fromkeys(TIFF_RAW, (Kind.PHOTO, "image/tiff")),
    **{extension: (Kind.PHOTO, media_type) for extension, media_type in _PHOTO_CLAIMS.items()},
    **{extension: (Kind.VIDEO, media_type) for extension, media_type in _VIDEO_CLAIMS.items()},
}
"""Endings of names that say "photo" or "video", with the media type that they claim."""

NOT_OPENED: tuple[tuple[int, bytes, Kind, str, str, str], ...] = (
    (0, b"8BPS", Kind.PHOTO, "image/vnd.adobe.photoshop", ".psd", "Photoshop"),
    (0, b"\0\0\0\x0cjP  ", Kind.PHOTO, "image/jp2", ".jp2", "JPEG 2000"),
    (4, b"ftypjp2", Kind.PHOTO, "image/jp2", ".jp2", "JPEG 2000"),
    (0, b"\xff\x4f\xff\x51", Kind.PHOTO, "image/jp2", ".j2k", "JPEG 2000"),
    (4, b"\x11\xaf", Kind.VIDEO, "video/x-fli", ".fli", "FLI"),
    (4, b"\x12\xaf", Kind.VIDEO, "video/x-fli", ".flc", "FLC"),
    (0, b"\x01\xda", Kind.PHOTO, "image/x-sgi", ".sgi", "SGI"),
    (0, b"\x06\x0e\x2b\x34\x02\x05\x01\x01", Kind.VIDEO, "application/mxf", ".mxf", "MXF"),
    (0, b".RMF", Kind.VIDEO, "application/vnd.rn-realmedia", ".rm", "RealMedia"),
    (0, b"DDS ", Kind.PHOTO, "image/x-dds", ".dds", "DirectDraw Surface"),
    (0, b"BLP1", Kind.PHOTO, "image/x-blp", ".blp", "BLP"),
    (0, b"BLP2", Kind.PHOTO, "image/x-blp", ".blp", "BLP"),
    (0, b"icns", Kind.PHOTO, "image/icns", ".icns", "Apple icons"),
    (0, b"\0\0\x01\0", Kind.PHOTO, "image/x-icon", ".ico", "Windows icons"),
    (0, b"\x0a\x05\x01", Kind.PHOTO, "image/x-pcx", ".pcx", "PCX"),
    (0, b"gimp xcf", Kind.PHOTO, "image/x-xcf", ".xcf", "GIMP"),
    (0, b"\x76\x2f\x31\x01", Kind.PHOTO, "image/x-exr", ".exr", "OpenEXR"),
    (0, b"#?RADIANCE", Kind.PHOTO, "image/x-hdr", ".hdr", "Radiance HDR"),
    (0, b"SDPX", Kind.PHOTO, "image/x-dpx", ".dpx", "DPX"),
    (0, b"XPDS", Kind.PHOTO, "image/x-dpx", ".dpx", "DPX"),
    (0, b"%!PS-Adobe", Kind.PHOTO, "image/x-eps", ".eps", "PostScript"),
    (0, b"\xc5\xd0\xd3\xc6", Kind.PHOTO, "image/x-eps", ".eps", "PostScript"),
    (0, b"FLIF", Kind.PHOTO, "image/flif", ".flif", "FLIF"),
    (0, b"BPG\xfb", Kind.PHOTO, "image/bpg", ".bpg", "BPG"),
    (0, b"AT&TFORM", Kind.PHOTO, "image/vnd.djvu", ".djvu", "DjVu"),
    (0, b"id=ImageMagick", Kind.PHOTO, "image/x-miff", ".miff", "MIFF"),
    (0, b"Paint Shop Pro", Kind.PHOTO, "image/x-psp", ".psp", "Paint Shop Pro"),
    (0, b"DanM", Kind.PHOTO, "image/x-msp", ".msp", "Microsoft Paint"),
    (0, b"LinS", Kind.PHOTO, "image/x-msp", ".msp", "Microsoft Paint"),
    (0, b"\x89LFP\r\n\x1a\n", Kind.PHOTO, "image/x-lytro", ".lfp", "Lytro"),
    (0, b"PGF", Kind.PHOTO, "image/x-pgf", ".pgf", "PGF"),
    (0, b"P1", Kind.PHOTO, "image/x-portable-bitmap", ".pbm", "Portable bitmap"),
    (0, b"P2", Kind.PHOTO, "image/x-portable-graymap", ".pgm", "Portable graymap"),
    (0, b"P3", Kind.PHOTO, "image/x-portable-pixmap", ".ppm", "Portable pixmap"),
    (0, b"P4", Kind.PHOTO, "image/x-portable-bitmap", ".pbm", "Portable bitmap"),
    (0, b"P5", Kind.PHOTO, "image/x-portable-graymap", ".pgm", "Portable graymap"),
    (0, b"P6", Kind.PHOTO, "image/x-portable-pixmap", ".ppm", "Portable pixmap"),
    (2048, b"PCD_IPI", Kind.PHOTO, "image/x-photo-cd", ".pcd", "Photo CD"),
    (4, b"RED1", Kind.VIDEO, "video/x-red-r3d", ".r3d", "REDCODE"),
    (0, b"\xb7\xd8\x00\x20\x37\x49\xda\x11", Kind.VIDEO, "video/x-wtv", ".wtv", "Windows TV recording"),
    (0, b"\x1f\x07\x00", Kind.VIDEO, "video/x-dv", ".dv", "DV"),
    (29, b"theora", Kind.VIDEO, "video/ogg", ".ogv", "Ogg Theora"),
)
"""Offset, bytes there, kind, media type, ending and name of media formats that are kept but not opened."""

SURE = frozenset({
    ".psd", ".jp2", ".mxf", ".rm", ".icns", ".xcf", ".exr", ".hdr", ".dpx", ".flif", ".bpg", ".djvu", ".miff", ".psp",
    ".lfp", ".pcd", ".r3d", ".wtv", ".ogv", ".dds",
})  # fmt: skip
"""Those of them whose signature is long enough to need no name that claims the same."""
