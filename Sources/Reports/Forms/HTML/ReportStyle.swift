// SPDX-License-Identifier: MIT

internal import Pages

/// The style sheet of the page.
enum ReportStyle {
  static let text = """
    :root {
      \(PageColours.declarations)
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { scroll-padding-top: 4.5rem; }
    body {
      margin: 0; background: var(--ground); color: var(--text);
      font: 1rem/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif;
      overflow-wrap: anywhere;
    }
    main { max-width: 90rem; margin: 0 auto; padding: 0 1rem 4rem; }
    a { color: var(--link); }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100vw; background: var(--ground); padding: .5rem 1rem; }
    .skip:focus { left: .5rem; top: .5rem; z-index: 3; }
    h1, h2, h3 { line-height: 1.25; }
    h2 { margin-top: 2.5rem; }
    code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    code { font-size: .875em; background: var(--raised); padding: .1em .3em; }
    .good { color: var(--good); }
    .bad { color: var(--bad); font-weight: 600; }
    .quiet, .words { color: var(--quiet); font-weight: 400; }
    form {
      position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: .4rem 1rem;
      align-items: center; padding: .5rem 0; background: var(--ground);
      border-bottom: 1px solid var(--line);
    }
    label { min-width: 0; max-width: 100%; }
    input, select, button {
      font: inherit; color: inherit; background: var(--ground); max-width: 100%;
      border: 1px solid var(--quiet); border-radius: .25rem; padding: .1rem .4rem;
    }
    .table { overflow-x: auto; border: 1px solid var(--line); }
    table { border-collapse: collapse; font-size: .9375rem; }
    th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; }
    tbody > tr > * { border-top: 1px solid var(--line); }
    thead { background: var(--raised); }
    th[scope="row"] { min-width: 8rem; max-width: 30rem; }
    td > * { display: block; white-space: nowrap; }
    td.right { text-align: right; }
    details { border: 1px solid var(--line); border-radius: .25rem; margin: .4rem 0; }
    summary { cursor: pointer; padding: .3rem .6rem; }
    details .table { border-width: 0; }
    details[open] > summary { border-bottom: 1px solid var(--line); }
    dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .3rem .6rem; margin: .6rem; }
    dt { color: var(--quiet); }
    dd, dd p { margin: 0; }
    .aligned { display: block; padding: .1rem 0; white-space: pre-wrap; }
    mark {
      color: inherit; background: none; font-weight: 700; text-decoration: underline;
      outline: 2px solid var(--bad);
    }
    .command { user-select: all; }
    .list ul { margin: .4rem; padding: 0; list-style: none; columns: 22rem; font-size: .875rem; }
    :target { outline: 2px dashed var(--link); outline-offset: 2px; }
    @media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); } }
    @media (max-height: 30rem), (max-width: 30rem) { form { position: static; } }
    @media print { form { display: none; } .table { overflow-x: visible; } }

    """
}
