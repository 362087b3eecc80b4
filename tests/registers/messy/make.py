#!/usr/bin/env python3
"""Writes the three workbooks beside this file, as offices of a county and of a city make them. Every
count, form and date in them is made up; only codes and names of places are real.

    /usr/bin/python3 make.py [FOLDER]

LibreOffice makes them (packages libreoffice-calc and python3-uno): it writes what spreadsheets
write, merged cells, styles, cached values and all, and not what a test would. A workbook has the
time of its making in it, so that its bytes are others each time; what is in its cells is not.

A cell is written as NUMBER, as "text", as "=FORMULA", as date(...), and None leaves it blank. What
each row comes to stands in the .csv beside each workbook, which was written by hand.
"""
import pathlib
import subprocess
import sys
import tempfile
import time
from datetime import date

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import PropertyValue
from com.sun.star.table.CellHoriJustify import CENTER
from com.sun.star.table.CellVertJustify2 import CENTER as MIDDLE

FIRST_DAY = date(1899, 12, 30)
FORMATS = []  # of each book so far


def eshan(book):
    """One county's villages: two header rows, townships merged down, subtotals, a hidden first sheet."""
    notes = sheet(book, "填表说明")
    fill(notes, 1, [["代码", "名称", "说明"], ["530426", "峨山县", "示例：本页不是数据"]])
    it = sheet(book, "摸底表")
    fill(it, 1, [["峨山县侨情摸底统计表（虚构数据）"], ["填报单位：示例单位", *[None] * 6, "填报日期：2023年11月"]])
    fill(it, 3, [
        ["序号", "县区", "乡镇街道", "名称", "代码", "类型", "侨情人数", None, None, "合计", "现有组织", "成立日期", "备注"],
        [None] * 6 + ["归侨侨眷", "海外侨胞", "留学人员"],
        [1, "峨山县", "双江街道", "双江街道", 530426001, "街道", 210, "  85 ", 15, "=SUM(G5:I5)", "侨联", date(2023, 2, 1), "今年换届"],
        [2, None, None, "大白邑社区", 530426001006, "社区", "１２", 3, "不详", None, "小组", None, None],
        [3, None, None, "双江社区居委会", None, "社区", "20", "15", "1", None, "无", None, None],
        [4, None, None, "柏锦社区居民委员会", "530426001002", "社区", 0, 0, 0, 0, "无", None, "多次走访"],
        [5, None, None, "富泉村委会", None, "村", 5, "不详", None, None, None, None, "待补"],
        [None, None, "小计", None, None, None, "=SUM(G5:G9)", "=SUM(H5:H9)", "=SUM(I5:I9)"],
        [6, None, "小街街道", "小街街道", 530426002, "街道", 40, 20, 5, "=SUM(G11:I11)", "工作站", "2021年6月18日", None],
        [7, None, None, "文明社区居委会", None, "社区", 3, 1, 0, None, "侨联", "2022/6/30", None],
        [8, None, None, "棚租村村委会", None, "村", "1,024", 0, 0, None, "跨区域联合侨联", date(2023, 5, 6), "与大维堵村联合"],
        [9, None, None, " 水车田村　", None, "行政村", 12, 8, 4, "24", "分会", None, None],
        [None, None, "小计", None, None, None, "=SUM(G11:G14)", "=SUM(H11:H14)", "=SUM(I11:I14)"],
        [],
        [10, "峨山", "甸中镇", "甸中镇", 530426103000, "镇", None, None, None, 64, "无", None, None],
        [11, None, None, "大寨村民委员会", None, "村", None, None, None, 30, None, None, None],
        ["合计", None, None, None, None, None, "=G10+G15", "=H10+H15", "=I10+I15", "=SUM(J5:J18)"],
    ])
    merge(it, "A1:M1 A2:F2 H2:K2 A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:F4 G3:I3 J3:J4 K3:K4 L3:L4 M3:M4 "
              "B5:B15 C5:C9 C10:F10 C11:C14 C15:F15 B17:B18 C17:C18 A19:F19")
    look(it, "A1:M4", "E5:E19")
    other = sheet(book, "数据字典")
    fill(other, 1, [["类型", "名称"], ["村", "示例"]])
    return notes


def tonghai(book):
    """Townships, villages and units of a county in one table without codes; kinds merged down."""
    it = sheet(book, "通海县")
    fill(it, 1, [
        ["通海县基层侨联组织建设情况（虚构数据）"],
        ["注：人数均为虚构，空格表示不清楚。"],
        [*[None] * 11, "单位：人"],
        ["序号", "类型", " 名称　", "县区", "乡镇街道", "归侨侨眷", "海外侨胞", "留学人员", "具备条件", "例外已研究同意", "现有组织", "成立日期", "备注"],
        [1, "镇", "河西镇", "通海县", None, 130, 260, 12, None, "是", "分会", None, "会议纪要第1号"],
        [2, None, "纳古镇", None, None, "８０", "不详", "未知", None, None, "侨联", date(2021, 12, 1), None],
        [3, "街道", "秀山街道办事处", None, None, 60, 45, "3", None, None, "无", None, None],
        [4, "乡", "里山彝族乡", None, None, 10, 0, 0, None, None, "无", None, None],
        [None, "小计", None, None, None, "=SUM(F5:F8)", "=SUM(G5:G8)", "=SUM(H5:H8)"],
        [5, "村", "大回村", None, "河西镇", 50, 20, 1, None, None, "侨联", "2022.3.1", None],
        [6, None, "小回村村委会", None, None, 3, None, None, None, "否", "工作站", None, None],
        [7, None, "云龙村民委员会", None, "杨广镇", 29, 0, 0, None, None, "无", None, None],
        [8, None, "古城村委会", None, None, 29, "不详", 1, None, None, "无", None, None],
        [9, "社区", "东村社区", None, "秀山街道", 0, 0, 0, None, None, "无", None, None],
        [None, "小计", None, None, None, "=SUM(F10:F14)", "=SUM(G10:G14)", "=SUM(H10:H14)"],
        [10, "企业", "示例企业一", None, None, 7, 2, 3, None, None, None, None, None],
        [11, "学校", "示例中学一", None, None, 22, 0, 23, "否", None, "小组", date(2023, 9, 1), None],
        [12, "园区", "示例园区一", None, None, 9, 4, "27", "是", None, "无", None, "拟明年成立"],
        ["总计", None, None, None, None, "=F9+F15+SUM(F16:F18)", "=G9+G15+SUM(G16:G18)", None],
    ])
    merge(it, "A1:M1 A2:M2 L3:M3 B5:B6 D5:D18 B9:C9 B10:B13 E10:E11 E12:E13 B15:C15 A19:E19")
    look(it, "A1:M4", "")


def city(book):
    """The whole city in one table: counties merged down the side and called as people call them."""
    cover = sheet(book, "封面")
    fill(cover, 1, [["全市侨联组织建设汇总（虚构数据）"], [], ["县区", "合计"], ["红塔区", 1]])
    it = sheet(book, "汇总")
    fill(it, 1, [
        ["全市侨联组织建设汇总表（虚构数据）"],
        ["截至2023年11月15日"],
        ["县区", "乡镇街道", "名称", "类型", "代码", "侨情", None, None, None, "侨联组织", None, "重点侨务地区", "备注"],
        [*[None] * 5, "归侨侨眷", "海外侨胞", "留学人员", "合计", "现有组织", "成立日期"],
        ["红塔区", None, "红塔区", "区", 530402, None, None, None, None, None, None, None, None],
        [None, "李棋街道", "金州社区", "社区", 530402006001, 64, 120, 9, "=SUM(F6:H6)", "侨联", date(2021, 6, 18), "是", None],
        [None, None, "大营社区居委会", "社区", None, 21, None, None, None, None, None, None, "北城街道"],
        [None, None, "凤凰街道", "街道", 530402002, None, None, None, 99, "无", None, "否", None],
        [None, None, "小计", None, None, "=SUM(F5:F8)", None, None, "=SUM(I5:I8)"],
        ["江川区", None, "江川区", "区", 530403, None, None, None, None, "无", None, None, None],
        [None, None, "大营社区", "社区", "530403103001", 31, 0, 0, None, "无", None, None, "九溪镇"],
        [None, "宁海街道", "大营社区居民委员会", "村社区", None, None, None, None, "14", "分会", date(2020, 1, 8), None, None],
        [None, None, " 小计 ", None, None, "=SUM(F10:F12)", None, None, "=SUM(I10:I12)"],
        ["澄江县", None, "澄江市", "市", "５３０４８１", None, None, None, None, "侨联", date(2022, 11, 30), None, None],
        [None, None, "龙街社区", "社区", None, 16, 20, 5, 36, None, None, None, None],
        [None, None, "小计", None, None, "=SUM(F14:F15)", None, None, "=SUM(I14:I15)"],
        ["峨山", None, "峨山县", "县", None, None, None, None, None, None, None, None, None],
        [None, None, "化念镇", "镇", 530426104000, None, None, None, "１０１", "跨区域联合侨联", date(2024, 1, 5), None, "已批复"],
        [None, None, "小计", None, None, None, None, None, "=SUM(I17:I18)"],
        ["总计", None, None, None, None, None, None, None, "=I9+I13+I16+I19"],
    ])
    merge(it, "A1:M1 A2:M2 A3:A4 B3:B4 C3:C4 D3:D4 E3:E4 F3:I3 J3:K3 L3:L4 M3:M4 "
              "A5:A9 A10:A13 A14:A16 A17:A19 A20:E20")
    look(it, "A1:M4", "E5:E20")
    return cover


BOOKS = {"eshan-villages": eshan, "tonghai-units": tonghai, "city-summary": city}


def sheet(book, name):
    book.Sheets.insertNewByName(name, book.Sheets.Count)
    return book.Sheets.getByName(name)


def fill(it, line, rows):
    days = number_format("YYYY/M/D")
    for row, cells in enumerate(rows, line - 1):
        for column, value in enumerate(cells):
            cell = it.getCellByPosition(column, row)
            if isinstance(value, date):
                cell.setValue(float((value - FIRST_DAY).days))
                cell.NumberFormat = days
            elif isinstance(value, int):
                cell.setValue(float(value))
            elif isinstance(value, str) and value.startswith("="):
                cell.setFormula(value)
            elif value is not None:
                cell.setString(value)


def number_format(code):
    nowhere = uno.createUnoStruct("com.sun.star.lang.Locale")
    known = FORMATS[-1].queryKey(code, nowhere, False)
    return FORMATS[-1].addNew(code, nowhere) if known == -1 else known


def merge(it, areas):
    for area in areas.split():
        cells = it.getCellRangeByName(area)
        cells.merge(True)
        cells.VertJustify = MIDDLE


def look(it, head, codes):
    """As offices have it: a bold head in the middle, lines, codes as whole numbers."""
    head = it.getCellRangeByName(head)
    head.CharWeight, head.HoriJustify = BOLD, CENTER
    if codes:
        it.getCellRangeByName(codes).NumberFormat = number_format("0")


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:  # it isn't up yet
            time.sleep(0.5)
    sys.exit("LibreOffice doesn't answer")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent).resolve()
    with tempfile.TemporaryDirectory() as profile:
        pipe = pathlib.Path(profile).name
        office = subprocess.Popen(["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{profile}",
                                   f"--accept=pipe,name={pipe};urp;"])
        desktop = connect(pipe)
        for name, write in BOOKS.items():
            book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, ())
            FORMATS.append(book.NumberFormats)
            before = list(book.Sheets.ElementNames)
            hides = write(book)
            for other in before:
                book.Sheets.removeByName(other)
            if hides:
                shown = next(page for page in book.Sheets if page.Name != hides.Name)
                book.CurrentController.setActiveSheet(shown)
                hides.IsVisible = False
            kind = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
            book.storeToURL((folder / f"{name}.xlsx").as_uri(), (kind,))
            book.close(True)
        desktop.terminate()
        office.wait(60)


if __name__ == "__main__":
    main()
