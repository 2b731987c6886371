"""Word documents and PDF: a part of the archive, an object of the file, or its bytes harmed."""

from __future__ import annotations

from functools import cache
from typing import Final

from hypothesis import strategies as st

from proof.hostile.aimed.files import aimed, word
from proof.hostile.copies import lines
from proof.hostile.mutations import harmed_bytes
from proof.hostile.nasty import CHARACTERS, MARKUP
from proof.hostile.reader import Reader
from proof.hostile.refusals import name_of
from proof.part import Text
from slarules.annotate.office import text_of
from slarules.errors import SlaRulesError
from tests.contract_copies import pdf

_OPEN: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_PLACE: Final = st.integers(0, 1 << 16)

_XML: Final = (
    *MARKUP,
    *(char for char in CHARACTERS if not "\ud800" <= char[0] <= "\udfff"),
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
    "&b;",
    "<w:p><w:r><w:t>",
    "</w:p>",
    "<w:ins><w:r><w:t>x</w:t></w:r></w:ins>",
    "<w:del/>",
    "<w:tab/>",
    "<w:br/>",
    "<w:softHyphen/>",
    "<w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>",
    '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:pStyle w:val="Item"/></w:pPr>',
    '<w:numId w:val="9"/>',
    '<w:start w:val="x"/>',
    '<w:start w:val="99999999999999999999"/>',
    '<w:abstractNumId w:val="77"/>',
    '<w:lvlText w:val="%1%2%9"/>',
    "<!-- -->",
    "<?pi?>",
    "<w:p>" * 300,
)
"""What may stand in a part of a Word document."""

_PDF: Final = (
    b"/Length 99999999",
    b"/Length -1",
    b"/Kids [2 0 R]",
    b"/Kids [3 0 R 3 0 R]",
    b"/Count 1000000",
    b"/Count -1",
    b"/Filter /FlateDecode",
    b"/Filter [/FlateDecode /FlateDecode /ASCII85Decode]",
    b"/Filter /LZWDecode",
    b"/Filter /RunLengthDecode",
    b"/Filter /Nothing",
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (y) /P -4 >>",
    b"/Encrypt 1 0 R",
    b"/Contents 2 0 R",
    b"/Parent 6 0 R",
    b"/Root 3 0 R",
    b"/Prev 9",
    b"/ToUnicode 3 0 R",
    b"<< " * 400,
    b"[ " * 400,
    b"(((((",
    b"99999999999999999999 0 R",
    b"1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj",
    b"q " * 500,
    b"BT ET Tj TJ ' \"",
    b"[1 2 3] TJ",
    b"/F9 0 Tf",
    b"null true false",
    b"stream\n",
    b"endstream",
    b"%%EOF",
    b"startxref\n0\n",
    b"beginbfrange <0000> <FFFF> <0041> endbfrange",
    b"beginbfrange <00> <FFFFFFFF> [<41>] endbfrange",
)
"""What may stand in a PDF."""


@cache
def _parts() -> dict[str, str]:
    """Return the parts of a Word document with a list in it."""
    item = '<w:p><w:pPr><w:pStyle w:val="Item"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
    plain = '<w:p><w:r><w:t xml:space="preserve">{}</w:t><w:tab/><w:t>.</w:t></w:r></w:p>'
    text = lines()[-6:]
    body = plain.format(text[0]) + "".join(map(item.format, text[1:3]))
    body += "".join(map(plain.format, text[3:]))
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl>'
    )
    kinds = {"document": "main", "numbering": "numbering", "styles": "styles"}
    typed = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{name}{end}+xml"/>'
        for name, end in ((n, ".main" if k == "main" else "") for n, k in kinds.items())
    )
    return {
        "[Content_Types].xml": (
            f'{_OPEN}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{typed}</Types>"
        ),
        "_rels/.rels": (
            f'{_OPEN}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
            f'Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'{_OPEN}<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
            f'Type="{_RELATED}/numbering" Target="numbering.xml"/><Relationship Id="rId2" '
            f'Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
        ),
        "word/document.xml": f"{_OPEN}<w:document {_W}><w:body>{body}</w:body></w:document>",
        "word/numbering.xml": (
            f'{_OPEN}<w:numbering {_W}><w:abstractNum w:abstractNumId="0">{level}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ),
        "word/styles.xml": (
            f'{_OPEN}<w:styles {_W}><w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr>'
            '<w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
        ),
    }


@st.composite
def _words(draw: st.DrawFn) -> bytes:
    """Return Word documents: parts of them harmed, gone or doubled, then their bytes."""
    parts = dict(_parts())
    for _ in range(draw(st.sampled_from([0, 1, 1, 1, 2, 3]))):
        name = draw(st.sampled_from(list(_parts())))
        text = parts.get(name, "")
        at = draw(_PLACE) * 7919 % (len(text) + 1)
        match draw(st.integers(0, 6)):
            case 0:
                parts.pop(name, None)
            case 1:
                parts[name] = text[:at]
            case 2:
                parts[draw(st.sampled_from(["/x", "../x", "word/x.xml", "\u202e"]))] = text
            case 3:
                start = text.rfind("<", 0, at) if "<" in text[:at] else 0
                parts[name] = text[:start] + text[at:]
            case _:
                opened = text.find(">", at) + 1
                parts[name] = text[:opened] + draw(st.sampled_from(_XML)) + text[opened:]
    return draw(harmed_bytes(st.just(word(parts))))


@st.composite
def _pdfs(draw: st.DrawFn) -> bytes:
    """Return PDF files with things put into them."""
    found = draw(st.sampled_from(_some_pdfs()))
    for _ in range(draw(st.sampled_from([0, 1, 1, 2, 4]))):
        at = draw(_PLACE) * 7919 % (len(found) + 1)
        if draw(st.booleans()):  # in the place of a word, where a reader looks for one
            at = max(found.rfind(b"/", 0, at), 0)
            found = found[:at] + draw(st.sampled_from(_PDF)) + b" " + found[at:]
        else:
            found = found[:at] + draw(st.sampled_from(_PDF)) + found[at + 9 :]
    return draw(harmed_bytes(st.just(found)))


@cache
def _some_pdfs() -> tuple[bytes, ...]:
    return pdf(list(lines()[-4:])), pdf(["11:00", "=1+1", "1"], a_page=1)


def examples() -> st.SearchStrategy[bytes]:
    """Return files, most of them harmed."""
    return st.one_of(_words(), _pdfs())


def read(content: bytes) -> str:
    """Read a file as a copy; what has text gives it."""
    try:
        text = text_of(content, "copy")
    except SlaRulesError as refusal:
        return name_of(refusal)
    assert text.strip() or not content.startswith((b"PK", b"%PDF"))
    text.encode()
    return "read"


READER: Final = Reader(
    name="files",
    what=Text("копии договора DOCX и PDF", "DOCX and PDF copies of the contract"),
    modules=("annotate/office.py", "annotate/decode.py"),
    examples=examples,
    aimed=lambda: aimed(_parts(), _some_pdfs()),
    read=read,
)
