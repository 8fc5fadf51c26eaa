package org.opennms.plugins.trunkline.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.jersey.server.model.Parameter;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.junit.jupiter.api.Test;
import org.opennms.plugins.trunkline.model.AdminStatus;
import org.opennms.plugins.trunkline.model.Alert;
import org.opennms.plugins.trunkline.model.AlertKind;
import org.opennms.plugins.trunkline.model.AlertSeverity;
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.LinkMismatch;
import org.opennms.plugins.trunkline.model.LinkSource;
import org.opennms.plugins.trunkline.model.LinkState;
import org.opennms.plugins.trunkline.model.NeighbourSighting;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.model.TrafficQuality;
import org.opennms.plugins.trunkline.operations.AlertDesk;
import org.opennms.plugins.trunkline.operations.Anomaly;
import org.opennms.plugins.trunkline.operations.AnomalyBoard;
import org.opennms.plugins.trunkline.operations.BaselineDesk;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleAlerts;
import org.opennms.plugins.trunkline.operations.SampleBaselines;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleTopology;
import org.opennms.plugins.trunkline.operations.SampleTraffic;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.ScriptedTelemetry;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.operations.TelemetryDesk;
import org.opennms.plugins.trunkline.operations.TopologyDirectory;
import org.opennms.plugins.trunkline.operations.TrafficDesk;
import org.opennms.plugins.trunkline.operations.WeekBaseline.Reliability;
import org.opennms.plugins.trunkline.operations.WorkLists;
import org.opennms.plugins.trunkline.traffic.TrafficSource;

/** The OpenAPI document says what the code does, no more and no less. */
class OpenApiTest {
  private static final Clock CLOCK = Clock.fixed(SampleNetwork.SEEN, ZoneOffset.UTC);

  private static final SampleAlerts ALERTS = new SampleAlerts();

  @Test
  void paths_and_methods_are_those_of_the_resources() throws Exception {
    assertThat(OpenApiDocument.load().operations().keySet())
        .containsExactlyElementsOf(methods().keySet());
  }

  @Test
  void parameters_and_bodies_are_those_of_the_methods() throws Exception {
    OpenApiDocument document = OpenApiDocument.load();
    Map<String, ResourceMethod> methods = methods();

    document
        .operations()
        .forEach(
            (name, operation) -> {
              ResourceMethod method = methods.get(name);
              assertThat(documented(document, operation))
                  .as("parameters of " + name)
                  .isEqualTo(declared(method.getInvocable().getParameters()));
              assertThat(operation.has("requestBody"))
                  .as("body of " + name)
                  .isEqualTo(!method.getConsumedTypes().isEmpty());
            });
  }

  @Test
  void each_answer_fits_its_schema_and_each_property_occurs() throws Exception {
    OpenApiDocument document = OpenApiDocument.load();
    sample(document);

    assertThat(document.unseen()).as("documented, but in no answer").isEmpty();
    assertThat(document.neverMissed()).as("documented as optional, but always there").isEmpty();
  }

  @Test
  void what_an_enumeration_lists_is_what_the_code_can_say() throws Exception {
    JsonNode schemas = OpenApiDocument.load().schemas();

    assertEnum(schemas.at("/InterfaceRow/properties/role"), InterfaceRole.values());
    assertEnum(schemas.at("/InterfaceRow/properties/adminStatus"), AdminStatus.values());
    assertEnum(schemas.at("/InterfaceRow/properties/operStatus"), OperStatus.values());
    assertEnum(
        schemas.at("/InterfaceDetail/properties/boundary"), Classification.Boundary.values());
    assertEnum(schemas.at("/WorkItem/properties/rival"), InterfaceRole.values());
    assertEnum(schemas.at("/RoleChange/properties/roleBefore"), InterfaceRole.values());
    assertEnum(schemas.at("/RoleChange/properties/roleAfter"), InterfaceRole.values());
    assertThat(OpenApiDocument.strings(schemas.at("/WorkList/properties/list/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(WorkLists.Kind.values()).map(WorkLists.Kind::spelling).toList());
    assertEnum(schemas.at("/Override/properties/role"), InterfaceRole.values());
    assertEnum(schemas.at("/OverrideRequest/properties/role"), InterfaceRole.values());
    assertEnum(schemas.at("/DeviceFacts/properties/type"), DeviceType.values());
    assertEnum(schemas.at("/Run/properties/state"), DiscoveryRun.State.values());
    assertEnum(schemas.at("/TrafficSample/properties/quality"), TrafficQuality.values());
    assertEnum(schemas.at("/BaselineSlot/properties/reliability"), Reliability.values());
    assertEnum(schemas.at("/Anomaly/properties/severity"), Anomaly.Severity.values());
    assertEnum(schemas.at("/Anomaly/properties/direction"), Anomaly.Direction.values());
    assertEnum(schemas.at("/Anomaly/properties/metric"), Anomaly.Metric.values());
    assertEnum(schemas.at("/TrafficRow/properties/source"), TrafficSource.values());
    assertThat(OpenApiDocument.strings(schemas.at("/AlertRow/properties/kind/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(AlertKind.values()).map(AlertKind::spelling).toList());
    assertEnum(schemas.at("/AlertRow/properties/state"), Alert.State.values());
    assertEnum(schemas.at("/AlertRow/properties/severity"), AlertSeverity.values());
    assertEnum(schemas.at("/Part/properties/state"), StatusBoard.State.values());
    assertEnum(schemas.at("/Error/properties/code"), ErrorCode.values());
    assertEnum(schemas.at("/TopologyNode/properties/device_type"), DeviceType.values());
    assertEnum(schemas.at("/TopologyEdge/properties/interface_type"), InterfaceRole.values());
    assertEnum(schemas.at("/SeenFrom/properties/protocol"), LinkSource.values());
    assertEnum(schemas.at("/Neighbor/properties/protocol"), LinkSource.values());
    assertEnum(schemas.at("/Neighbor/properties/mapping"), NeighbourSighting.Mapping.values());
    assertThat(OpenApiDocument.strings(schemas.at("/TopologyEdge/properties/state/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(LinkState.values()).map(LinkState::spelling).toList());
    assertThat(OpenApiDocument.strings(schemas.at("/Mismatch/properties/kind/enum")))
        .containsExactlyElementsOf(
            Arrays.stream(LinkMismatch.Kind.values()).map(LinkMismatch.Kind::spelling).toList());
    assertEnum(
        OpenApiDocument.load().root().at("/components/parameters/role/schema"),
        InterfaceRole.values());
  }

  @Test
  void the_sort_fields_and_limits_are_told_as_they_are() throws Exception {
    JsonNode parameters = OpenApiDocument.load().root().at("/components/parameters");

    String sort = parameters.at("/sort/description").asText();
    assertThat(
            Pattern.compile("`([a-zA-Z]+)`").matcher(sort).results().map(r -> r.group(1)).toList())
        .containsExactlyElementsOf(SortField.spellings());
    assertThat(parameters.at("/sort/schema/default").asText()).isEqualTo(InterfaceOrder.DEFAULT);
    assertThat(parameters.at("/limit/schema/default").asInt()).isEqualTo(PageQuery.DEFAULT_LIMIT);
    assertThat(parameters.at("/limit/schema/maximum").asInt()).isEqualTo(PageQuery.LARGEST_LIMIT);
  }

  @Test
  void the_document_is_served_as_it_is_kept() throws Exception {
    RestServer server = server(new InMemoryInterfaces(List.of()), new ScriptedDiscovery());
    try {
      assertThat(server.get("openapi.json").json()).isEqualTo(OpenApiDocument.load().root());
    } finally {
      server.stop();
    }
  }

  private static void sample(OpenApiDocument document) throws Exception {
    InMemoryInterfaces interfaces = new InMemoryInterfaces(SampleNetwork.all());
    RestServer server = server(interfaces, new ScriptedDiscovery(SampleNetwork.EDGE));
    RestServer empty = server(new InMemoryInterfaces(List.of()), new ScriptedDiscovery());
    try {
      document.check("Ping", server.get("ping").json());
      telemetry(document);
      document.check("Status", server.get("status").json());
      document.check("Schedule", server.get("schedule").json());
      document.check("ConfigReport", server.get("config-check").json());
      document.check("InterfacePage", server.get("interfaces").json());
      document.check("InterfacePage", server.get("interfaces?limit=1").json());
      document.check("InterfacePage", server.get("interfaces/critical").json());
      document.check("InterfacePage", server.get("interfaces/isp").json());
      document.check("InterfacePage", server.get("interfaces/device/edge1").json());
      document.check("InterfaceDetail", server.get("interfaces/edge1/Gi0/0/1").json());
      document.check("InterfaceDetail", server.get("interfaces/2/1").json());
      document.check("Summary", server.get("interfaces/summary").json());
      document.check("Summary", empty.get("interfaces/summary").json());
      for (WorkLists.Kind kind : WorkLists.Kind.values()) {
        document.check("WorkList", server.get("worklists/" + kind.spelling()).json());
      }
      topology(document, server);
      document.check("TrafficListing", server.get("traffic").json());
      document.check("TrafficDay", server.get("traffic/edge1/Gi0/0/1").json());
      alerts(document, server);
      document.check("InterfaceBaselines", server.get("baselines/edge1/Gi0/0/1").json());
      document.check("InterfaceBaselines", server.get(BaselinesTest.FRESH).json());
      document.check("AnomalyListing", server.get("anomalies").json());
      document.check("BaselineReplay", server.get("baseline-replay/edge1/Gi0/0/1").json());
      overrides(document, server);
      runs(document, server);
      document.check("Error", server.get("nothing").json());
      RestServer broken =
          server(
              interfaces,
              new ScriptedDiscovery(),
              () -> {
                throw new IllegalStateException("broken on purpose");
              });
      document.check("Error", broken.get("status").json());
      broken.stop();
    } finally {
      server.stop();
      empty.stop();
    }
  }

  private static void topology(OpenApiDocument document, RestServer server) throws Exception {
    document.check("Topology", server.get("topology").json());
    document.check("NodeTopology", server.get("topology/node/edge1").json());
    document.check("NodeTopology", server.get("topology/node/2").json());
    document.check("OrphanList", server.get("topology/orphans").json());
  }

  private static void overrides(OpenApiDocument document, RestServer server) throws Exception {
    String full =
        "{\"role\":\"trunk\",\"provider\":\"Example Carrier\",\"critical\":true,"
            + "\"monitored\":false,\"capacity\":1000000,\"why\":\"as agreed\"}";
    for (String body : new String[] {full, "{\"role\":\"trunk\"}", "{\"capacity\":1}"}) {
      document.check("OverrideRequest", RestServer.JSON.readTree(body));
      document.check(
          "InterfaceDetail", server.send("PUT", "interfaces/2/1", body, "ROLE_REST").json());
      document.check("OverrideList", server.get("overrides").json());
    }
  }

  private static void runs(OpenApiDocument document, RestServer server) throws Exception {
    document.check("Run", server.send("POST", "discover/all", null, "ROLE_REST").json());
    document.check("Run", server.send("POST", "discover/edge1", null, "ROLE_REST").json());
    document.check("Run", server.get("discover/runs/run-1").json());
    document.check("Run", server.get("discover/runs/run-1").json());
    document.check("RunList", server.get("discover/runs").json());
    document.check("Run", server.get("discover/all").json());
    document.check("Run", server.get("discover/edge1").json());
  }

  private static RestServer server(InMemoryInterfaces interfaces, ScriptedDiscovery discovery)
      throws Exception {
    return server(interfaces, discovery, new SteadyStatus());
  }

  private static void telemetry(OpenApiDocument document) throws Exception {
    for (ScriptedTelemetry desk :
        List.of(ScriptedTelemetry.off(), new ScriptedTelemetry(), ScriptedTelemetry.rotating())) {
      RestServer server =
          server(
              new InMemoryInterfaces(List.of()), new ScriptedDiscovery(), new SteadyStatus(), desk);
      document.check("Telemetry", server.get("telemetry").json());
      document.check("DeadLetterList", server.get("telemetry/deadletters?limit=5").json());
      server.stop();
    }
  }

  private static RestServer server(
      InMemoryInterfaces interfaces, ScriptedDiscovery discovery, StatusBoard board)
      throws Exception {
    return server(interfaces, discovery, board, new ScriptedTelemetry());
  }

  private static RestServer server(
      InMemoryInterfaces interfaces,
      ScriptedDiscovery discovery,
      StatusBoard board,
      ScriptedTelemetry telemetry)
      throws Exception {
    SteadyStatus steady = new SteadyStatus("etc/trunkline/snmp.yaml:3: profiles[0].versoin: ...");
    SampleBaselines baselines = new SampleBaselines();
    return new RestServer(
        new Operations(interfaces, discovery, interfaces, steady, steady, board, new SampleWork())
            .with(Map.of(TopologyDirectory.class, new SampleTopology()))
            .with(Map.of(TrafficDesk.class, new SampleTraffic()))
            .with(Map.of(BaselineDesk.class, baselines, AnomalyBoard.class, baselines))
            .with(Map.of(TelemetryDesk.class, telemetry))
            .with(Map.of(AlertDesk.class, ALERTS)),
        CLOCK);
  }

  private static void alerts(OpenApiDocument document, RestServer server) throws Exception {
    document.check("AlertListing", server.get("alerts").json());
    ALERTS.enableLearned();
    document.check("AlertListing", server.get("alerts?state=suppressed").json());
    document.check("AlertHistory", server.get("alerts/history").json());
    document.check("AlertDetail", server.get("alerts/12").json());
  }

  private static void assertEnum(JsonNode schema, Enum<?>[] constants) {
    assertThat(new TreeSet<>(OpenApiDocument.strings(schema.get("enum"))))
        .isEqualTo(
            Arrays.stream(constants)
                .map(InterfaceRow::spelled)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** {@code GET /path} to Jersey's model of the method. */
  private static Map<String, ResourceMethod> methods() {
    Map<String, ResourceMethod> found = new TreeMap<>();
    for (Class<?> type :
        List.of(
            StatusResource.class,
            InterfacesResource.class,
            DiscoverResource.class,
            WorkListsResource.class,
            TopologyResource.class,
            TrafficResource.class,
            MetricsResource.class,
            BaselinesResource.class,
            BaselineReplayResource.class,
            AnomaliesResource.class,
            TelemetryResource.class,
            AlertsResource.class)) {
      collect("", Resource.from(type), found);
    }
    return found;
  }

  private static void collect(String prefix, Resource resource, Map<String, ResourceMethod> found) {
    String path =
        resource.getPath().isEmpty()
            ? prefix
            : prefix + "/" + resource.getPath().replaceAll("\\{(\\w+):[^}]*}", "{$1}");
    for (ResourceMethod method : resource.getResourceMethods()) {
      found.put(method.getHttpMethod() + " " + path, method);
    }
    resource.getChildResources().forEach(child -> collect(path, child, found));
  }

  private static Set<String> declared(List<? extends Parameter> parameters) {
    return parameters.stream()
        .flatMap(
            p ->
                p instanceof Parameter.BeanParameter bean
                    ? declared(List.copyOf(bean.getParameters())).stream()
                    : switch (p.getSource()) {
                      case QUERY -> Stream.of("query " + p.getSourceName());
                      case PATH -> Stream.of("path " + p.getSourceName());
                      default -> Stream.<String>empty();
                    })
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> documented(OpenApiDocument document, JsonNode operation) {
    Set<String> found = new TreeSet<>();
    operation
        .path("parameters")
        .forEach(
            p -> {
              JsonNode parameter = document.resolved(p);
              found.add(parameter.get("in").asText() + " " + parameter.get("name").asText());
            });
    return found;
  }
}
