"""What a report and an error say, in Chinese and English: for each code what is wrong and what to do about it."""

from __future__ import annotations

from yihu.engines.rules.parameters import Words

Wording = tuple[Words, Words]


def _said(zh: str, en: str, do_zh: str, do_en: str) -> Wording:
    return Words(zh, en), Words(do_zh, do_en)


# One row of a file, or one family.
ROWS: dict[str, Wording] = {
    "encoding": _said(
        "“{column}”中有无法识别的字节", "{column} holds bytes that are not text",
        "重新录入该单元格，将文件另存为“CSV UTF-8”", "type the cell again and save the file as CSV UTF-8"),
    "cells": _said(
        "该行有{found}格，表头有{most}格", "the row has {found} cells, the header {most}",
        "检查该行是否多了或少了分隔符", "look for a separator too many or too few in this row"),
    "family_missing": _said(
        "“{column}”没有填写", "{column} is missing", "填写编号；属于一起的各行相同",
        "fill it in, the same on each row that belongs together"),
    "family_form": _said(
        "“{column}”过长或含有控制字符", "{column} is too long or holds control characters",
        "编号不超过64个字符", "use at most 64 characters"),
    "family_is_identity": _said(
        "“{column}”是身份证号", "{column} is an identity number",
        "改用别的编号；快照中不保存身份证号", "use another number; a snapshot keeps no identity numbers"),
    "community_form": _said(
        "社区代码应为12位数字", "a community code has 12 digits",
        "填写12位统计用区划代码，列设为文本格式", "give the 12-digit code, in a column formatted as text"),
    "district": _said(
        "没有代码为{found}的区", "there is no district {found}",
        "核对社区代码的前6位", "check the first 6 digits of the community code"),
    "street": _said(
        "没有代码为{found}的街道（乡镇）", "there is no street or township {found}",
        "核对社区代码的前9位", "check the first 9 digits of the community code"),
    "community": _said(
        "没有代码为{value}的社区（村）", "there is no community {value}",
        "核对社区代码", "check the community code"),
    "number": _said(
        "“{column}”应为数字", "{column} must be a number", "只写数字，不写单位", "write digits only, without a unit"),
    "places": _said(
        "“{column}”最多{places}位小数", "{column} has at most {places} decimal places",
        "按规定位数四舍五入后填写", "round it before filling it in"),
    "negative": _said(
        "“{column}”不能为负数", "{column} cannot be negative",
        "填写0或正数；不清楚则留空", "write 0 or more; leave it blank where it is not known"),
    "range": _said(
        "“{column}”超出范围（{low}—{high}）", "{column} is outside {low} … {high}",
        "核对数值和单位", "check the figure and its unit"),
    "yes_no": _said(
        "“{column}”应填“是”或“否”", "{column} must be yes or no",
        "填写 是 或 否；不清楚则留空", "write yes or no; leave it blank where it is not known"),
    "date": _said(
        "“{column}”不是有效日期", "{column} is not a date that exists",
        "按 1950-03-08 的形式填写", "write it like 1950-03-08"),
    "future": _said(
        "“{column}”晚于{high}", "{column} is later than {high}",
        "核对日期", "check the date"),
    "choice": _said(
        "“{column}”没有这一选项", "{column} has no such choice",
        "从以下选项中填写：{options}", "write one of: {options}"),
    "identity_form": _said(
        "身份证号应为18位", "an identity number has 18 characters",
        "填写18位身份证号；末位可为X", "give the 18 characters; the last may be X"),
    "identity_rounded": _said(
        "身份证号被当作数字保存，末几位已丢失", "the identity number was kept as a number and its last digits are lost",
        "将该列设为“文本”格式后重新填写", "format the column as text and fill it in again"),
    "identity_digit": _said(
        "身份证号校验位不符", "the check digit of the identity number is wrong",
        "对照身份证重新填写", "copy the number from the card again"),
    "identity_date": _said(
        "身份证号中的出生日期不存在", "the date of birth in the identity number does not exist",
        "对照身份证重新填写", "copy the number from the card again"),
    "identity_birth": _said(
        "出生日期与身份证号不一致", "the date of birth is not that of the identity number",
        "核对出生日期和身份证号", "check both"),
    "identity_sex": _said(
        "性别与身份证号不一致", "the sex is not that of the identity number",
        "核对性别和身份证号", "check both"),
    "duplicate_person": _said(
        "同一身份证号出现多次（第{lines}行）", "the same identity number is on rows {lines}",
        "每人只保留一行；核对其属于哪一户", "keep one row a person; check to which family they belong"),
    "disagree": _said(
        "同一编号各行的“{column}”不一致（另有：{found}）", "the rows of this number disagree on {column} (also: {found})",
        "同一编号各行填写相同内容，或只填一行", "write the same on each row of the number, or on one row only"),
    "too_many": _said(
        "同一编号有{found}行，最多{most}行", "the number has {found} rows, at most {most} are taken",
        "核对编号是否重复使用", "check whether the number was used twice"),
    "unknown_family": _said(
        "主表中没有这一编号", "the main sheet has no row of this number",
        "核对编号", "check the number"),
}  # fmt: skip

# A file, or the command as a whole.
FILES: dict[str, Wording] = {
    "no_file": _said(
        "{path}：没有这个文件", "{path}: there is no such file", "核对文件名", "check the name"),
    "kind": _said(
        "{path}：不能读取这类文件", "{path}: files of this kind are not read",
        "使用 {options}", "use {options}"),
    "unreadable": _said(
        "{path}：文件损坏或格式与扩展名不符（{problem}）",
        "{path}: damaged, or not of the kind its name says ({problem})",
        "重新导出或另存文件", "export or save the file again"),
    "encrypted": _said(
        "{path}：文件有密码", "{path}: the file is protected by a password",
        "去掉密码后另存", "save it without the password"),
    "too_large": _said(
        "{path}：工作簿过大", "{path}: the workbook is too large", "改用CSV或Parquet", "use CSV or Parquet"),
    "utf16": _said(
        "{path}：文件是UTF-16（“Unicode文本”）", "{path}: the file is UTF-16 (“Unicode text”)",
        "另存为“CSV UTF-8”", "save it as CSV UTF-8"),
    "empty": _said(
        "{path}：文件是空的", "{path}: the file is empty",
        "用 yihu columns --xlsx 生成模板", "yihu columns --xlsx writes a template"),
    "header_only": _said(
        "{path}：只有表头，没有数据行", "{path}: there is a header and no row", "填写数据后再导入", "fill in rows"),
    "delimiter": _said(
        "{path}：列之间用的是“{found}”，应为逗号", "{path}: the columns are separated by {found}, not by commas",
        "另存为逗号分隔的CSV", "save it as comma-separated CSV"),
    "structure": _said(
        "{path}：第{found}行起引号不成对（{problem}）", "{path}: quotes do not pair from row {found} on ({problem})",
        "检查该行的引号", "look at the quotes of this row"),
    "header_unknown": _said(
        "{path}：不认识的列：{found}", "{path}: unknown columns: {found}",
        "改正列名，或写成“ignore:列名”，或加 --ignore 列名；全部列名见 yihu columns",
        "correct them, write ignore:COLUMN, or add --ignore COLUMN; yihu columns lists all"),
    "header_twice": _said(
        "{path}：列“{column}”出现多次（{found}）", "{path}: {column} is given more than once ({found})",
        "只保留一列", "keep one column"),
    "header_blank": _said(
        "{path}：第{found}列没有列名", "{path}: column {found} has no header",
        "填写列名或删除该列", "name it or delete it"),
    "header_ambiguous": _said(
        "{path}：列名“{column}”可指多项", "{path}: {column} may mean several columns",
        "写成：{options}", "write one of: {options}"),
    "missing_column": _said(
        "{path}：缺少必需的列：{found}", "{path}: required columns are missing: {found}",
        "补上这些列；说明见 yihu columns", "add them; yihu columns documents them"),
    "no_sheet": _said(
        "{path}：没有工作表“{sheet}”", "{path}: there is no sheet {sheet}",
        "现有工作表：{options}", "there are: {options}"),
    "which_sheet": _said(
        "{path}：有多个工作表", "{path}: there are several sheets",
        "用 --sheet 指定一个：{options}", "say which with --sheet: {options}"),
    "no_list": _said(
        "没有名为“{found}”的附表", "there is no further sheet called {found}",
        "可用：{options}", "there are: {options}"),
    "list_twice": _said(
        "附表“{found}”给出了两次", "the sheet {found} is given twice",
        "只保留一处：工作簿中的工作表或单独的文件", "keep one: the sheet of the workbook or the file of its own"),
    "same_file": _said(
        "{path}：输入、输出和报告不能是同一个文件", "{path}: input, output and report cannot be one file",
        "换一个文件名", "choose another name"),
    "no_snapshot": _said(
        "{path}：已存在，且不是快照", "{path}: exists and is not a snapshot", "换一个输出名", "choose another name"),
    "foreign_staging": _said(
        "{path}：文件夹中有不是导入程序写的文件", "{path}: the folder holds files that an import did not write",
        "移走该文件夹或换一个输出名", "move the folder away or choose another output"),
    "staging_damaged": _said(
        "{path}：暂存文件损坏，已清除（{problem}）", "{path}: the staged work was damaged and is removed ({problem})",
        "再次运行同一命令", "run the same command again"),
    "disk_full": _said(
        "{path}：磁盘空间不足，没有写出任何结果（{problem}）",
        "{path}: the disk is full; no result was written ({problem})",
        "腾出空间后再次运行同一命令，已完成的部分会接着用",
        "make room and run the same command again; what is done is taken up"),
    "write": _said(
        "{path}：无法写入（{problem}）", "{path}: cannot be written ({problem})",
        "检查文件夹的权限", "check the rights of the folder"),
    "strict": _said(
        "有{found}处错误，按 --strict 没有写出快照", "there are {found} errors; with --strict no snapshot was written",
        "按报告改正后再导入", "correct what the report names"),
}  # fmt: skip
