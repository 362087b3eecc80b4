#!/usr/bin/env python3
"""Writes those broken registers that no editor shows: workbooks, and texts in other bytes than UTF-8.

    python3 make_broken.py [FOLDER]

The others in broken/ were typed. What each of them comes to stands in broken/manifest.json, what
people are told in broken/messages.json. The same script gives the same bytes; all data is made up.
"""
import io
import pathlib
import struct
import sys
import zipfile
import zlib
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
TYPES = HEAD + """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/xl/workbook.xml" \
ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""
RELATIONS = HEAD + f"""<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" \
Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
# Number 1 is a day, number 2 a day with its time.
STYLES = HEAD + f"""<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/>\
<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>"""

HEADER = ["代码", "归侨侨眷", "海外侨胞", "留学人员", "合计", "现有组织", "成立日期"]


class Raw(str):
    """The XML of a cell behind its address."""


def number(value, style=0):
    return Raw(f' s="{style}"><v>{value}</v>')


def formula(text, value=None):
    return Raw(f"><f>{escape(text)}</f>" + ("" if value is None else f"<v>{value}</v>"))


def sheet(rows, merged=()):
    lines = []
    for line, row in enumerate(rows, 1):
        cells = []
        for column, value in enumerate(row):
            if value is None:
                continue
            inner = value if isinstance(value, Raw) else \
                f' t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is>'
            cells.append(f'<c r="{chr(65 + column)}{line}"{inner}</c>')
        lines.append(f'<row r="{line}">{"".join(cells)}</row>')
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    areas = areas and f"<mergeCells>{areas}</mergeCells>"
    return HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData>{areas}</worksheet>'


def parts(sheets):
    """The parts of a workbook, from sheets by name: (rows, state)."""
    entries, targets = [], []
    for at, (name, (_, state)) in enumerate(sheets.items(), 1):
        entries.append(f'<sheet name="{name}" sheetId="{at}" state="{state}" r:id="rId{at}"/>')
        targets.append(f'<Relationship Id="rId{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>')
    targets.append(f'<Relationship Id="rId0" Type="{OFFICE}/styles" Target="styles.xml"/>')
    found = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "xl/workbook.xml": HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{"".join(entries)}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": HEAD + f'<Relationships xmlns="{PACKAGE}">{"".join(targets)}</Relationships>',
        "xl/styles.xml": STYLES,
    }
    for at, (rows, _) in enumerate(sheets.values(), 1):
        found[f"xl/worksheets/sheet{at}.xml"] = rows if isinstance(rows, str) else sheet(rows)
    return found


def zipped(found):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in found.items():
            archive.writestr(zipfile.ZipInfo(name, (2023, 11, 15, 0, 0, 0)), text, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def workbook(rows, state="visible"):
    return zipped(parts({"登记表": (rows, state)}))


def compound(*entries):
    """A compound file (the old office formats) with these entries in its directory and nothing in them."""
    sector, free, end = 512, 0xFFFFFFFF, 0xFFFFFFFE
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(6) + struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, end, 0, end, 0)
    header += struct.pack("<I", 0) + struct.pack("<I", free) * 108
    table = struct.pack("<II", 0xFFFFFFFD, end) + struct.pack("<I", free) * 126
    directory = b""
    for at, name in enumerate(("Root Entry", *entries)):
        text = name.encode("utf-16-le") + b"\0\0"
        directory += text.ljust(64, b"\0") + struct.pack("<HBB", len(text), 5 if at == 0 else 2, 1)
        directory += struct.pack("<III", free, free, 1 if at == 0 else free) + bytes(36) + struct.pack("<IQ", end, 0)
    return header + table + directory.ljust(sector, b"\0")


def one_part_bomb():
    """A sheet of 32 MiB, nearly all of them spaces, in a file of a few kilobytes."""
    text = sheet([["代码", "合计"], ["530402006001", number(12)]])
    return workbook(text.replace("</sheetData>", " " * (32 << 20) + "</sheetData>"))


def overlapping_bomb():
    """400 sheets of 15 MiB that are all the same bytes of the file: 6 GiB of 40 kilobytes."""
    size, sheets = 15 << 20, 400
    found = parts({"登记表": ([["代码", "合计"], ["530402006001", number(12)]], "visible")})
    archive = zipped(found)
    end = archive.rfind(b"PK\x05\x06")
    count, length, start = struct.unpack("<HII", archive[end + 10:end + 20])
    local, directory = archive[:start], archive[start:start + length]
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b" " * size) + packer.flush()
    check = zlib.crc32(b" " * size)
    name = b"xl/worksheets/sheet0002.xml"
    sizes = struct.pack("<III", check, len(packed), size)
    at = len(local)
    local += b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0x576F) + sizes
    local += struct.pack("<HH", len(name), 0) + name + packed
    for number_of in range(2, sheets + 2):
        name = b"xl/worksheets/sheet%04d.xml" % number_of
        directory += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0x576F) + sizes
        directory += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, at) + name
    total = count + sheets
    tail = struct.pack("<HHHHIIH", 0, 0, total, total, len(directory), len(local), 0)
    return local + directory + b"PK\x05\x06" + tail


def registers():
    good = [HEADER, ["530402006001", number(64), number(120), number(9), None, "侨联", "2021-06-18"],
            ["530402006002", number(3), number(0), number(1), None, "无", None]]
    text = "代码,名称,合计,现有组织\n530402006001,金州社区,12,侨联\n530402006002,李棋社区,9,无\n530402006003,山头社区,7,无\n"
    whole = workbook(good)
    yield "utf-16.csv", b"\xff\xfe" + text.encode("utf-16-le")
    yield "damaged-utf-8.csv", text.encode().replace("山头".encode(), "山头".encode()[:5] + b"\xff\xfe")
    yield "truncated.xlsx", whole[:len(whole) * 2 // 3]
    yield "csv-called.xlsx", text.encode()
    yield "old-workbook.xls", compound("Workbook")
    yield "locked.xlsx", compound("EncryptionInfo", "EncryptedPackage")
    yield "hidden-sheets.xlsx", workbook(good, "hidden")
    yield "unzip-bomb.xlsx", overlapping_bomb()
    yield "unzip-bomb-of-one-part.xlsx", one_part_bomb()
    yield "no-header.xlsx", workbook([["侨情登记表"], ["530402006001", number(12), "侨联"], ["530402006002", number(9), "无"]])
    yield "column-twice.xlsx", workbook([["代码", "合计", "现有组织", " 合计　"], ["530402006001", number(12), "侨联", number(13)]])
    yield "no-rows.xlsx", workbook([HEADER])
    yield "formulas-never-calculated.xlsx", workbook([
        HEADER,
        ["530402006001", number(64), number(120), number(9), formula("B2+C2+D2"), "侨联", None],
        ["530402006002", number(3), number(0), number(1), None, "无", None]])
    yield "formulas-calculated.xlsx", workbook([
        HEADER, ["530402006001", number(64), number(120), number(9), formula("B2+C2+D2", 193), "侨联", None]])
    yield "numbers-and-days.xlsx", workbook([
        HEADER,
        ["530402006001", number(-3), number(1), number(1), None, "侨联", None],
        ["530402006002", number(4294967296), number(1), number(1), None, "侨联", None],
        ["530402006003", number(1.5), number(1), number(1), None, "侨联", None],
        ["530402006004", Raw(' t="e"><v>#REF!</v>'), number(1), number(1), None, "侨联", None],
        ["530402006005", Raw(' t="b"><v>1</v>'), number(1), number(1), None, "侨联", None],
        [number(530402001000.5), None, None, None, number(9), "侨联", None],
        ["530402002001", None, None, None, number(9), "侨联", "2022-02-30"],
        ["530402002002", None, None, None, number(9), "侨联", number(44621.35, 2)],
        ["530402002003", None, None, None, number(9), "侨联", number(-5, 1)],
        ["530402002004", None, None, None, number(9), "侨联", number(20220301)],
        ["530402002005", None, None, None, number(9), "侨联", number(44621, 1)],
        [number("530402003001.0"), None, None, None, number(9), "侨联", "2022年3月1日"]])
    yield "longer-than-the-header.xlsx", workbook([
        HEADER[:4], ["530402006001", number(64), number(120), number(9), "侨联", "此列没有表头"],
        ["530402006002", number(3), number(0), number(1)]])
    yield "people-merged.xlsx", zipped(parts({"登记表": (sheet(
        [HEADER, ["530402006001", number(64), number(120), number(9), number(250), "侨联", None],
         ["530402006002", number(3), number(0), number(1), None, "无", None],
         ["530402006003", number(3), number(0), number(1), number(4), "无", None]], ["E2:E3"]), "visible")}))
    yield "note-below.xlsx", workbook([
        ["序号", *HEADER], ["1", "530402006001", number(64), number(120), number(9), None, "侨联", None], [],
        ["填表人：示例　审核人：示例"]])


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "broken")
    for name, content in registers():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
