package org.opennms.plugins.trunkline.sandbox.host.metrics;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.opennms.integration.api.v1.model.Node;
import org.opennms.plugins.trunkline.sandbox.host.storage.Json;
import org.opennms.plugins.trunkline.sandbox.host.storage.StorageException;

/**
 * {@code /rest/measurements}: stored values. One resource or attribute that does not exist fails
 * the whole question with 404, unless it is relaxed; the step may be another than was asked for;
 * gaps are {@code "NaN"}. All as in Horizon; without expressions and filters.
 */
public final class MeasurementsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long DEFAULT_PERIOD = 14_400_000;
  private static final long DEFAULT_STEP = 300_000;

  private final transient Resources resources;
  private final transient Clock clock;

  /** What is asked for. */
  record Question(
      Long start, Long end, Long step, Integer maxrows, Boolean relaxed, List<Source> source) {
    /** Copies the list. */
    Question {
      source = source == null ? List.of() : List.copyOf(source);
    }
  }

  /** One column. */
  record Source(String resourceId, String attribute, String label, String aggregation) {}

  /** Over the archives below a directory. */
  public MeasurementsServlet(Supplier<List<Node>> nodes, Path directory, Clock clock) {
    this.resources = new Resources(nodes, directory);
    this.clock = clock;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      answer(Json.read(body, new TypeReference<Question>() {}), response);
    } catch (StorageException e) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
    }
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    int slash = path.lastIndexOf('/');
    if (slash < 1) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String attribute = path.substring(slash + 1);
    Source source = new Source(path.substring(1, slash), attribute, attribute, "AVERAGE");
    answer(
        new Question(
            number(request, "start"),
            number(request, "end"),
            number(request, "step"),
            0,
            false,
            List.of(source)),
        response);
  }

  private static Long number(HttpServletRequest request, String name) {
    String text = request.getParameter(name);
    return text == null ? null : Long.valueOf(text);
  }

  private void answer(Question question, HttpServletResponse response) throws IOException {
    long end = question.end() == null ? clock.millis() : question.end();
    long asked = question.start() == null ? -DEFAULT_PERIOD : question.start();
    long start = asked < 0 ? end + asked : asked;
    long step = question.step() == null ? DEFAULT_STEP : question.step();
    List<Object> labels = new ArrayList<>();
    List<Archive.Means> columns = new ArrayList<>();
    for (Source source : question.source()) {
      Optional<Archive> archive = resources.archive(source.resourceId());
      if (archive.isPresent() && Archive.ATTRIBUTES.contains(source.attribute())) {
        labels.add(source.label());
        columns.add(archive.get().means(source.attribute(), start / 1000, end / 1000, step / 1000));
      } else if (!Boolean.TRUE.equals(question.relaxed())) {
        response.sendError(
            HttpServletResponse.SC_NOT_FOUND,
            "No resource or attribute " + source.resourceId() + "/" + source.attribute());
        return;
      }
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(Json.write(body(start, end, labels, columns)));
  }

  private static Map<String, Object> body(
      long start, long end, List<Object> labels, List<Archive.Means> columns) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("step", columns.isEmpty() ? DEFAULT_STEP : columns.get(0).stepSeconds() * 1000L);
    body.put("start", start);
    body.put("end", end);
    body.put(
        "timestamps",
        columns.isEmpty()
            ? new long[0]
            : Arrays.stream(columns.get(0).ends()).map(seconds -> seconds * 1000).toArray());
    body.put("labels", labels);
    body.put("columns", columns.stream().map(means -> Map.of("values", means.values())).toList());
    body.put("constants", List.of());
    return body;
  }
}
