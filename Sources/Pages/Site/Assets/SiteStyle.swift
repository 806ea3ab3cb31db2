// SPDX-License-Identifier: MIT

/// The style sheet of the site.
enum SiteStyle {
  static let file = SiteFile(path: "site.css", text: text)

  private static let text = """
    :root {
      \(PageColours.declarations)
      --code: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace;
    }
    :root[data-theme="light"] { color-scheme: light; }
    :root[data-theme="dark"] { color-scheme: dark; }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { scroll-padding-top: 1rem; text-size-adjust: 100%; }
    body {
      margin: 0; background: var(--ground); color: var(--text);
      font: 1rem/1.6 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
      overflow-wrap: break-word;
    }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    main:focus { outline: none; }
    :target { outline: 2px dashed var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; background: var(--ground); padding: .5rem 1rem; }
    .skip:focus { left: .5rem; top: .5rem; z-index: 3; }

    header {
      display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
      padding: .5rem 1rem; border-bottom: 1px solid var(--line);
    }
    header .name { font-weight: 700; text-decoration: none; color: inherit; }
    header form {
      position: relative; display: flex; flex: 1 1 14rem; flex-wrap: wrap; gap: .2rem .6rem;
      align-items: center; margin: 0; min-width: 0;
    }
    header input {
      flex: 1 1 8rem; min-width: 0; max-width: 28rem; font: inherit; padding: .2rem .5rem;
      color: inherit; background: var(--ground); border: 1px solid var(--quiet);
      border-radius: .25rem;
    }
    header [role="status"] { margin: 0; color: var(--quiet); font-size: .875rem; }
    header button, .console button {
      font: inherit; font-size: .875rem; color: inherit; background: var(--ground);
      border: 1px solid var(--quiet); border-radius: .25rem; padding: .1rem .6rem; cursor: pointer;
    }
    header button[aria-pressed="true"]::before { content: "✓ "; }
    #found {
      position: absolute; top: 100%; left: 0; right: 0; z-index: 2; margin: .2rem 0 0; padding: 0;
      max-height: 70vh; overflow-y: auto; list-style: none; background: var(--ground);
      border: 1px solid var(--quiet); border-radius: .25rem;
    }
    #found li { padding: .3rem .6rem; cursor: pointer; border-left: .3rem solid transparent; }
    #found li + li { border-top: 1px solid var(--line); }
    #found li[aria-selected="true"] { background: var(--raised); border-left-color: var(--link); }
    #found span { display: block; font-size: .875rem; }

    .columns { max-width: 90rem; margin: 0 auto; }
    .pages { padding: .5rem 1rem; border-bottom: 1px solid var(--line); }
    .pages summary { cursor: pointer; font-weight: 600; }
    .pages p, .contents p { margin: .8rem 0 .2rem; font-weight: 600; color: var(--quiet); }
    .pages ul, .contents ul { margin: 0; padding: 0; list-style: none; }
    .pages li { padding: .1rem 0; }
    .pages a[aria-current] { font-weight: 700; color: inherit; }
    main { padding: 0 1rem 4rem; min-width: 0; }
    article > p, article > ul, article > ol, article > blockquote { max-width: 46rem; }
    .contents .level3 { padding-left: 1rem; }
    @media (min-width: 60rem) {
      .columns { display: grid; grid-template-columns: 16rem minmax(0, 1fr); }
      .pages { border: 0; border-right: 1px solid var(--line); }
    }

    h1, h2, h3, h4 { line-height: 1.25; margin: 2em 0 .6em; }
    h1 { font-size: 1.8rem; margin-top: 1rem; }
    h2 { font-size: 1.35rem; }
    h3 { font-size: 1.1rem; }
    blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .25rem solid var(--line); }
    code, samp, pre { font-family: var(--code); font-size: .875em; }
    pre code, pre samp { font-size: 1em; }
    :not(pre) > code { background: var(--raised); padding: .1em .3em; border-radius: .2em; }
    :not(pre) > code { overflow-wrap: anywhere; }
    pre { margin: 0; padding: .6rem .8rem; overflow-x: auto; background: var(--raised); }
    .listing, article > pre { border: 1px solid var(--line); border-radius: .25rem; margin: 1rem 0; }

    .example { margin: 1.5rem 0; }
    .example figcaption { font-size: .875rem; margin-bottom: .3rem; }
    .mark { white-space: nowrap; font-weight: 600; }
    .mark.passed { color: var(--good); }
    .mark.failed { color: var(--bad); }
    .mark.none { color: var(--quiet); }
    .failure {
      white-space: pre-wrap; overflow-wrap: anywhere; border: 2px solid var(--bad);
      border-radius: .25rem; margin: .3rem 0; max-width: 60rem;
    }
    .console {
      background: var(--raised); border: 1px solid var(--line); border-radius: .25rem;
      overflow: hidden;
    }
    .console .command, .console .input {
      overflow: visible; white-space: pre-wrap; overflow-wrap: anywhere;
    }
    .console .command { font-weight: 700; border-left: .3rem solid var(--link); }
    .console .input { border-left: .3rem solid var(--line); }
    .console .output { clear: both; background: var(--ground); }
    .console .output:focus-visible { outline-offset: -3px; }
    .console .status { clear: both; margin: 0; padding: .2rem .8rem; color: var(--quiet); font-size: .875rem; }
    .console button { position: relative; float: right; margin: .3rem; }
    .prompt { user-select: none; color: var(--quiet); }

    .table { overflow-x: auto; margin: 1rem 0; border: 1px solid var(--line); }
    table { border-collapse: collapse; font-size: .9375rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; }
    tr + tr > *, tbody > tr > * { border-top: 1px solid var(--line); }
    thead { background: var(--raised); }
    th.right, td.right { text-align: right; }
    th.center, td.center { text-align: center; }
    td { min-width: 4rem; }
    td > code, td > a > code { white-space: nowrap; }
    td code.long { display: inline-block; width: 22rem; white-space: normal; }

    @media print {
      :root, :root[data-theme] { color-scheme: light; }
      header, .pages, .contents, .skip, .console button { display: none; }
      .columns { display: block; max-width: none; }
      main { padding: 0; }
      .table, pre, .console { overflow: visible; }
      pre, td > code, td > a > code { white-space: pre-wrap; overflow-wrap: anywhere; }
      td code.long { display: inline; }
      tr, .example figcaption { break-inside: avoid; }
      h2, h3, figcaption { break-after: avoid; }
    }

    """
}
