// SPDX-License-Identifier: 0BSD

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import json.Json;
import tokens.Refused;

/**
 * Answers the questions of assay-port/1 with the code in the package tokens.
 *
 * <p>This class speaks the protocol: a question in, a call, an answer out. Its one line about the
 * code under test names the exception by which that refuses. The calls are in Calls.
 */
public final class Adapter {
  /** What a question says. */
  record Question(Json now, Json in, Json inject) {}

  public static void main(String[] arguments) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var answers = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Json asked = Json.read(line.getBytes(StandardCharsets.UTF_8));
      if (asked.get("hello") != null) {
        answers.print(Json.write(Map.of("hello", hello(asked.get("hello")))) + "\n");
      } else if (asked.get("seq") != null) {
        Map<String, Object> answer = new LinkedHashMap<>(answer(asked));
        answer.put("seq", asked.get("seq").text());
        answers.print(Json.write(answer) + "\n");
      }
      answers.flush();
    }
  }

  private static Map<String, Object> hello(Json asked) {
    Map<String, Object> port = Map.of(
        "name", "example-java", "language", "java", "version", "1",
        "runtime", System.getProperty("java.version"));
    return Map.of(
        "protocol", "assay-port/1", "run", asked.get("run").text(), "port", port,
        "formats", Calls.FORMATS, "inFlight", 16);
  }

  /** Makes the call that a question asks for, and says how it ended. */
  private static Map<String, Object> answer(Json asked) {
    String name = asked.get("format").text() + " " + asked.get("op").text();
    Function<Question, Map<String, Object>> call = Calls.CALLS.get(name);
    if (call == null) return Map.of("unsupported", Map.of("what", name));
    try {
      Question question = new Question(asked.get("now"), asked.get("in"), asked.get("inject"));
      return Map.of("accepted", call.apply(question));
    } catch (Refused refused) {
      return Map.of("refused", Map.of("stage", refused.stage(), "reason", refused.reason()));
    } catch (Typed.Inexpressible inexpressible) {
      return Map.of("inexpressible", Map.of("why", inexpressible.getMessage()));
    } catch (RuntimeException | StackOverflowError crash) {
      String type = crash.getClass().getName();
      return Map.of("crashed", Map.of("type", type, "message", String.valueOf(crash)));
    }
  }
}
