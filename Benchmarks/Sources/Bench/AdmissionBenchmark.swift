// SPDX-License-Identifier: MIT

internal import Bytes
internal import CBare
internal import NATS

/// Decisions on a CONNECT line with a plain token against Jansson reading the same object.
enum AdmissionBenchmark {
  private static let object =
    #"{"verbose":false,"pedantic":false,"auth_token":"mytoken","tls_required":false,"name":"","#
    + #""lang":"go","version":"1.22.1","protocol":1,"echo":true,"headers":true,"no_responders":true}"#
  /// The least number of decisions a second and core.
  private static let wanted = 200_000.0

  static func run() {
    let line = Array("CONNECT \(object)\r\nPING\r\n".utf8)
    let json = Array(object.utf8)
    let gate = AdmissionGate(token: ServerSecret("mytoken"))
    let times = fastest([
      { repetitions in
        time(repetitions: repetitions) {
          var admission = Admission(gate)
          admission.receive(line.span)
          return admission.isAdmitted
        }
      },
      { repetitions in
        unsafe json.withUnsafeBufferPointer {
          unsafe bench_json($0.baseAddress, Int32($0.count), repetitions)
        }
      },
    ])
    let rate = 1e9 / times[0]
    print(
      "\nadmission: \(fixed(rate, 0)) decisions/s, \(fixed(times[0], 0)) ns; Jansson reads the object in"
        + " \(fixed(times[1], 0)) ns, ratio \(fixed(times[0] / times[1]))"
        + (rate < wanted ? "  below \(fixed(wanted, 0))" : ""))
  }
}
