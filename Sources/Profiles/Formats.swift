// SPDX-License-Identifier: MIT

public import Suite

/// The registry: every format that the suite judges.
public enum Formats {
  public static let judges: [any RowJudge] =
    ZegoFormat.allCases.map { FormatJudge(ZegoModel($0)) } + [
      FormatJudge(Agora006Model()), FormatJudge(Agora007Model()),
      FormatJudge(AgoraLegacyModel()), FormatJudge(NacosTokenModel()),
      FormatJudge(NacosHTTPModel()), FormatJudge(NacosClientModel()), FormatJudge(CarryModel()),
      FormatJudge(AdmissionModel()),
    ]

  /// In the order in which they look at a token: an old Agora key can begin like one of ZEGO.
  public static let tools: [any TokenTool] = [AgoraTool(), ZegoTool(), NacosTool(), NATSTool()]

  /// What every format with vectors gives them.
  public static let vectors: [any VectorModel] =
    ZegoFormat.allCases.map { ZegoVectors($0) } + [
      Agora006Vectors.standard, Agora007Vectors(), AgoraLegacyVectors.standard,
      NacosTokenVectors(), NacosHTTPVectors(), CarryVectors(), AdmissionVectors(),
    ]

  /// The table of deviations over all formats, each once.
  public static var deviations: [DeviationInfo] {
    DeviationTable(deviationTable).rows.map(\.info)
  }

  /// Every deviation with what it changes: how answers are computed, what an opener leaves out, or a
  /// token.
  public static var deviationTable: [DeviationTable.Row] {
    let judged = judges.flatMap { rows($0.deviations, .computes, $0.format) }
    let known = Set(judged.map(\.info.id))
    return judged
      + vectors.flatMap { model in
        rows(model.mistakes.filter { !known.contains($0.id) }, .computes, model.format)
          + rows(model.checks.map(\.info), .omits, model.format)
          + rows(model.edits, .edits, model.format)
      }
  }

  private static func rows(
    _ infos: [DeviationInfo], _ kind: DeviationTable.Kind, _ format: String
  ) -> [DeviationTable.Row] {
    infos.map { DeviationTable.Row($0, kind, formats: [format]) }
  }

  public static func judge(for format: String) -> (any RowJudge)? {
    judges.first { $0.format == format }
  }
}
