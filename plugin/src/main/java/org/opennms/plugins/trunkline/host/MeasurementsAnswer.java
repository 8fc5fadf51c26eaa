package org.opennms.plugins.trunkline.host;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.opennms.plugins.trunkline.config.Formats;

/**
 * What {@code measurements} answers, read without a tree: millions of numbers pass here. A gap
 * comes as {@code NaN}, {@code "NaN"} or null, by version.
 *
 * @param stepMillis which may be another than was asked for
 * @param timestamps milliseconds since the epoch, ends of the steps
 * @param columns by label
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MeasurementsAnswer(long stepMillis, long[] timestamps, Map<String, double[]> columns) {
  private static final JsonMapper JSON =
      Formats.json()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
          .build();

  static MeasurementsAnswer read(InputStream stream) throws IOException {
    long step = 0;
    double[] timestamps = {};
    List<String> labels = new ArrayList<>();
    List<double[]> columns = new ArrayList<>();
    try (JsonParser json = JSON.createParser(stream)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        switch (field) {
          case "step" -> step = json.getLongValue();
          case "timestamps" -> timestamps = numbers(json);
          case "labels" -> labels = texts(json);
          case "columns" -> columns = columns(json);
          default -> json.skipChildren();
        }
      }
    }
    return joined(
        step, Arrays.stream(timestamps).mapToLong(d -> (long) d).toArray(), labels, columns);
  }

  private static MeasurementsAnswer joined(
      long step, long[] timestamps, List<String> labels, List<double[]> columns)
      throws IOException {
    if (labels.size() != columns.size()) {
      throw new IOException(labels.size() + " labels, but " + columns.size() + " columns");
    }
    Map<String, double[]> byLabel = new HashMap<>();
    for (int i = 0; i < labels.size(); i++) {
      if (columns.get(i).length != timestamps.length) {
        throw new IOException("a column of another length than the timestamps");
      }
      byLabel.put(labels.get(i), columns.get(i));
    }
    return new MeasurementsAnswer(step, timestamps, byLabel);
  }

  private static List<double[]> columns(JsonParser json) throws IOException {
    List<double[]> columns = new ArrayList<>();
    expect(json, json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.START_OBJECT) {
      double[] values = {};
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = json.currentName().equals("values");
        json.nextToken();
        if (wanted) {
          values = numbers(json);
        } else {
          json.skipChildren();
        }
      }
      columns.add(values);
    }
    return columns;
  }

  private static double[] numbers(JsonParser json) throws IOException {
    expect(json, json.currentToken(), JsonToken.START_ARRAY);
    double[] numbers = new double[512];
    int count = 0;
    for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; ) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = token.isNumeric() ? json.getDoubleValue() : Double.NaN;
      if (token.isStructStart()) {
        throw new IOException("something other than a number among the values");
      }
      token = json.nextToken();
      if (token == null) {
        throw new IOException("the answer ends within a list of numbers");
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  private static List<String> texts(JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    expect(json, json.currentToken(), JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      texts.add(json.getText());
    }
    return texts;
  }

  private static void expect(JsonParser json, JsonToken found, JsonToken wanted)
      throws IOException {
    if (found != wanted) {
      throw new IOException(
          "the answer is not what the host's measurements look like: "
              + found
              + " instead of "
              + wanted
              + " in "
              + json.currentName());
    }
  }
}
