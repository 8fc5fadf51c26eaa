package org.opennms.plugins.trunkline.sandbox.host.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opennms.integration.api.v1.model.InMemoryEvent;
import org.opennms.integration.api.v1.model.Severity;
import org.opennms.integration.api.v1.model.immutables.ImmutableEventParameter;
import org.opennms.integration.api.v1.model.immutables.ImmutableInMemoryEvent;

class TokensTest {

  private final Tokens tokens = new Tokens(id -> id == 7 ? "core-7" : null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%uei%:%nodeid%:%parm[ifName]%|uei/x:7:Gi0/1",
        "%nodelabel% %interface% %service%|core-7 192.0.2.7 SNMP",
        "%severity% by %source%|Major by test",
        "%parm[#1]%-%parm[#2]%-%parm[#3]%|Gi0/1-100%-",
        "%parm[##]% parameters: %parm[all]%|2 parameters: ifName=\"Gi0/1\" load=\"100%\"",
        "%parm[values-all]%|Gi0/1 100%",
        "%parm[names-all]%|ifName load",
        "key:%parm[missing]%:%dpname%:%nosuchtoken%:|key::::",
        "100% of 5 % is not a token|100% of 5 % is not a token",
        "load %parm[load]%|load 100%",
        "%parm[#0]%%parm[#99999]%x|x"
      })
  void a_template_is_filled(String template, String filled) throws UnknownHostException {
    assertThat(tokens.expand(template, event())).isEqualTo(filled);
  }

  @Test
  void what_is_absent_is_empty_and_no_template_stays_none() {
    InMemoryEvent bare = ImmutableInMemoryEvent.newBuilder().setUei("uei/x").setSource("t").build();

    assertThat(tokens.expand("[%nodeid%%nodelabel%%interface%%severity%%time%]", bare))
        .isEqualTo("[]");
    assertThat(tokens.expand(null, bare)).isNull();
  }

  private static InMemoryEvent event() throws UnknownHostException {
    return ImmutableInMemoryEvent.newBuilder()
        .setUei("uei/x")
        .setSource("test")
        .setNodeId(7)
        .setInterface(InetAddress.getByName("192.0.2.7"))
        .setService("SNMP")
        .setSeverity(Severity.MAJOR)
        .addParameter(ImmutableEventParameter.newInstance("ifName", "Gi0/1"))
        .addParameter(ImmutableEventParameter.newInstance("load", "100%"))
        .build();
  }
}
