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
  public static let vectors: [any VectorModel] = [Agora006Vectors.standard]

  /// The table of deviations over all formats, each once.
  public static var deviations: [DeviationInfo] {
    var seen: Set<String> = []
    return judges.flatMap(\.deviations).filter { seen.insert($0.id).inserted }
  }

  public static func judge(for format: String) -> (any RowJudge)? {
    judges.first { $0.format == format }
  }
}
