// SPDX-License-Identifier: MIT

/// A language of pages, and the words that the site itself says in it.
struct SiteLanguage: Equatable, Sendable {
  let code: String
  let skip: String
  let pages: String
  let contents: String
  let clauses: String
  let darkTheme: String
  let example: String
  let result: String
  let passed: String
  let failed: String
  let notRun: String
  let exitStatus: String
  let table: String
  let output: String
  let listing: String

  static let english = SiteLanguage(
    code: "en", skip: "Skip to the content", pages: "Pages", contents: "On this page",
    clauses: "Search clauses", darkTheme: "Dark theme", example: "example", result: "result",
    passed: "passed", failed: "failed", notRun: "not run", exitStatus: "exit status",
    table: "table", output: "output", listing: "listing")

  static let chinese = SiteLanguage(
    code: "zh-Hans", skip: "跳到正文", pages: "页面", contents: "本页内容", clauses: "搜索条款",
    darkTheme: "深色主题", example: "示例", result: "结果", passed: "通过", failed: "失败",
    notRun: "未运行", exitStatus: "退出状态", table: "表格", output: "输出", listing: "代码")
}
