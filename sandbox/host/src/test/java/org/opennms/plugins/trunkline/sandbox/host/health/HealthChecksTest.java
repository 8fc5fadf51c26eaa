package org.opennms.plugins.trunkline.sandbox.host.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.health.Context;
import org.opennms.integration.api.v1.health.HealthCheck;
import org.opennms.integration.api.v1.health.Response;
import org.opennms.integration.api.v1.health.Status;
import org.opennms.integration.api.v1.health.immutables.ImmutableResponse;

class HealthChecksTest {

  private static final Duration LIMIT = Duration.ofMillis(200);

  private final HealthChecks checks = new HealthChecks();

  @Test
  void every_check_is_asked_and_told_its_limit() {
    checks.bind(
        check("a", c -> ImmutableResponse.newInstance(Status.Success, "" + c.getTimeout())));
    checks.bind(check("b", c -> ImmutableResponse.newInstance(Status.Starting)));

    assertThat(checks.run(LIMIT))
        .containsExactly(
            new HealthChecks.Result("a", Status.Success, "200"),
            new HealthChecks.Result("b", Status.Starting, null));
  }

  @Test
  void a_check_that_throws_or_answers_nothing_has_failed() {
    checks.bind(
        check(
            "throws",
            c -> {
              throw new IllegalStateException("on purpose");
            }));
    checks.bind(check("nothing", c -> null));

    assertThat(checks.run(LIMIT))
        .extracting(HealthChecks.Result::status)
        .containsExactly(Status.Failure, Status.Failure);
  }

  @Test
  void a_check_that_hangs_times_out_and_the_next_is_still_asked() {
    CountDownLatch never = new CountDownLatch(1);
    checks.bind(
        check(
            "hangs",
            c -> {
              never.await();
              return null;
            }));
    checks.bind(check("healthy", c -> ImmutableResponse.newInstance(Status.Success)));

    assertThat(checks.run(LIMIT))
        .extracting(HealthChecks.Result::status)
        .containsExactly(Status.Timeout, Status.Success);
  }

  @Test
  void a_check_that_is_gone_is_not_asked() {
    HealthCheck check = check("gone", c -> ImmutableResponse.newInstance(Status.Failure));
    checks.bind(check);
    checks.unbind(check);

    assertThat(checks.run(LIMIT)).isEmpty();
  }

  private static HealthCheck check(String description, Body body) {
    return new HealthCheck() {
      @Override
      public String getDescription() {
        return description;
      }

      @Override
      public Response perform(Context context) throws Exception {
        return body.perform(context);
      }
    };
  }

  @FunctionalInterface
  private interface Body {
    Response perform(Context context) throws Exception;
  }
}
