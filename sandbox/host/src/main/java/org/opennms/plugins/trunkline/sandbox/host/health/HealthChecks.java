package org.opennms.plugins.trunkline.sandbox.host.health;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opennms.integration.api.v1.health.Context;
import org.opennms.integration.api.v1.health.HealthCheck;
import org.opennms.integration.api.v1.health.Response;
import org.opennms.integration.api.v1.health.Status;
import org.opennms.plugins.trunkline.sandbox.host.runtime.Threads;

/** Runs the plugins' health checks, each with the same time limit; one failure makes all red. */
public final class HealthChecks {

  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

  /** A plugin registered a check. */
  public void bind(HealthCheck check) {
    checks.add(check);
  }

  /** A check is gone. */
  public void unbind(HealthCheck check) {
    checks.remove(check);
  }

  /** Runs all checks, one after the other. */
  public List<Result> run(Duration limit) {
    ExecutorService thread =
        Executors.newCachedThreadPool(Threads.named("trunkline-sandbox-health"));
    try {
      return checks.stream().map(check -> run(check, thread, limit)).toList();
    } finally {
      thread.shutdownNow();
    }
  }

  private static Result run(HealthCheck check, ExecutorService thread, Duration limit) {
    Context context = limit::toMillis;
    Future<Response> answer = thread.submit(() -> check.perform(context));
    try {
      Response response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return response == null
          ? new Result(check.getDescription(), Status.Failure, "null, which breaks Horizon")
          : new Result(check.getDescription(), response.getStatus(), response.getMessage());
    } catch (TimeoutException e) {
      answer.cancel(true);
      return new Result(check.getDescription(), Status.Timeout, "no answer in " + limit);
    } catch (ExecutionException e) {
      return new Result(check.getDescription(), Status.Failure, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result(check.getDescription(), Status.Unknown, "interrupted");
    }
  }

  /** What one check said; the message may be null. */
  public record Result(String description, Status status, String message) {}
}
