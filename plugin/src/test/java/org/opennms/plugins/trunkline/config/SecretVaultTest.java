package org.opennms.plugins.trunkline.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretVaultTest {
  @Test
  void credentials_never_show_what_they_hold() {
    SecretVault.Credentials credentials = new SecretVault.Credentials("operator", "s3cret");
    assertThat(credentials.toString()).isEqualTo("Credentials[***]");
    assertThat(Optional.of(credentials).toString()).doesNotContain("operator", "s3cret");
  }
}
