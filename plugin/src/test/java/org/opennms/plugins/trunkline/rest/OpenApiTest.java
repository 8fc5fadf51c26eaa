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
import org.opennms.plugins.trunkline.model.Classification;
import org.opennms.plugins.trunkline.model.DeviceType;
import org.opennms.plugins.trunkline.model.InterfaceRole;
import org.opennms.plugins.trunkline.model.OperStatus;
import org.opennms.plugins.trunkline.operations.DiscoveryRun;
import org.opennms.plugins.trunkline.operations.InMemoryInterfaces;
import org.opennms.plugins.trunkline.operations.SampleNetwork;
import org.opennms.plugins.trunkline.operations.SampleWork;
import org.opennms.plugins.trunkline.operations.ScriptedDiscovery;
import org.opennms.plugins.trunkline.operations.StatusBoard;
import org.opennms.plugins.trunkline.operations.SteadyStatus;
import org.opennms.plugins.trunkline.operations.WorkLists;

/** The OpenAPI document says what the code does, no more and no less. */
class OpenApiTest {
  private static final Clock CLOCK = Clock.fixed(SampleNetwork.SEEN, ZoneOffset.UTC);

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
    assertEnum(schemas.at("/Part/properties/state"), StatusBoard.State.values());
    assertEnum(schemas.at("/Error/properties/code"), ErrorCode.values());
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

  private static RestServer server(
      InMemoryInterfaces interfaces, ScriptedDiscovery discovery, StatusBoard board)
      throws Exception {
    SteadyStatus steady = new SteadyStatus("etc/trunkline/snmp.yaml:3: profiles[0].versoin: ...");
    return new RestServer(
        new Operations(interfaces, discovery, interfaces, steady, steady, board, new SampleWork()),
        CLOCK);
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
            WorkListsResource.class)) {
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
