package org.opennms.plugins.trunkline.sandbox.container.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import org.opennms.plugins.trunkline.sandbox.container.Credentials;
import org.opennms.plugins.trunkline.sandbox.container.HostHttp;

/** What discovery found, as {@code GET /opennms/rest/trunkline/interfaces/summary} tells it. */
final class Totals {

  /** Where they come from. */
  static final String PATH = "/opennms/rest/trunkline/interfaces/summary";

  private final JsonNode summary;

  private Totals(JsonNode summary) {
    this.summary = summary;
  }

  static Totals read(HostHttp http, Credentials user) throws IOException {
    HttpResponse<String> response = http.get(PATH, user);
    if (response.statusCode() != 200) {
      throw new IOException(
          "GET " + PATH + " answered " + response.statusCode() + ": " + response.body());
    }
    return new Totals(new ObjectMapper().readTree(response.body()));
  }

  /** Whether anything was found at all. */
  boolean isAnything() {
    return number("nodes") > 0 && number("interfaces") > 0;
  }

  void print(PrintStream out) {
    out.printf(
        "  %d interfaces of %d nodes: %d critical, %d monitored, %d stale%n",
        number("interfaces"),
        number("nodes"),
        number("critical"),
        number("monitored"),
        number("stale"));
    print(out, "Roles", summary.path("byRole"));
    print(out, "Providers", summary.path("byProvider"));
  }

  private int number(String field) {
    return summary.path(field).asInt();
  }

  private static void print(PrintStream out, String title, JsonNode counts) {
    out.println("  " + title + ":");
    counts.properties().stream()
        .filter(count -> count.getValue().asInt() > 0)
        .forEach(count -> out.printf("    %-24s %6d%n", count.getKey(), count.getValue().asInt()));
  }
}
