"""What a PDF says about itself: title, dates, the standards it claims, attached files."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ehport.pdf.document import Document

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Description rdf:about="">
<pdfaid:part>{level}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{created}</xmp:CreateDate>
<xmp:ModifyDate>{created}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
_CREATOR = "ehport"


def describe(pdf: pikepdf.Pdf, document: Document) -> None:
    """Put the document's metadata into the file: in the old form and in XMP, saying the same."""
    producer = f"WeasyPrint {version('weasyprint')}, pikepdf {pikepdf.__version__}"
    keywords = ", ".join(document.keywords)
    facts = {
        "title": document.title,
        "author": document.author,
        "description": document.description,
        "keywords": keywords,
        "lang": document.lang,
        "producer": producer,
        "creator": _CREATOR,
        "created": document.created.isoformat(timespec="seconds"),
    }
    escaped = {name: escape(text) for name, text in facts.items()}
    stream = pdf.make_stream(_XMP.format(level=document.archival_level, **escaped).encode())
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    root = pdf.Root
    root.Metadata = stream
    root.Lang = String(document.lang)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.PageMode = Name.UseOutlines
    root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(document.title),
            Author=String(document.author),
            Subject=String(document.description),
            Keywords=String(keywords),
            Creator=String(_CREATOR),
            Producer=String(producer),
            CreationDate=String(_pdf_date(document.created)),
            ModDate=String(_pdf_date(document.created)),
        )
    )


def attach(pdf: pikepdf.Pdf, document: Document) -> None:
    """Put the document's attachments into the file, as the data it was made from."""
    moment = _pdf_date(document.created)
    for attachment in document.attachments:
        specification = pikepdf.AttachedFileSpec(
            pdf,
            attachment.data,
            description=attachment.description,
            filename=attachment.name,
            mime_type=attachment.media_type,
            creation_date=moment,
            mod_date=moment,
        )
        specification.relationship = Name.Data
        pdf.attachments[attachment.name] = specification
    if document.attachments:
        pdf.Root.AF = Array([pdf.attachments[attachment.name].obj for attachment in document.attachments])


def _pdf_date(moment: datetime) -> str:
    zone = moment.strftime("%z") or "+0000"
    return f"D:{moment:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
