package org.opennms.plugins.trunkline.snmp;

import java.util.concurrent.CancellationException;
import org.opennms.plugins.trunkline.inventory.DeviceReading;
import org.opennms.plugins.trunkline.inventory.FailureReason;
import org.opennms.plugins.trunkline.model.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in an operator's words why a device could not be read. Stateless. */
public final class ReadingFailures {
  private static final Logger LOG = LoggerFactory.getLogger(ReadingFailures.class);

  private ReadingFailures() {}

  static DeviceReading.Failed of(
      SnmpFailure why, ProfileTargets.Choice.Usable tried, int varbinds) {
    String detail = cause(why, tried) + ". " + remedy(why, tried);
    return new DeviceReading.Failed(reason(why, tried), detail, varbinds);
  }

  /** What happened, with the device's address and the profile; without a secret. */
  public static String cause(SnmpFailure why, ProfileTargets.Choice.Usable tried) {
    return tried.target() + ", profile " + tried.profile().name() + ": " + why.words();
  }

  /** What should not happen. */
  static DeviceReading.Failed internal(Device device, Throwable fault) {
    if (fault instanceof CancellationException
        || fault.getCause() instanceof CancellationException) {
      return new DeviceReading.Failed(FailureReason.CANCELLED, "stopped", 0);
    }
    LOG.error("a fault of ours while reading {}", device.label(), fault);
    return new DeviceReading.Failed(
        FailureReason.INTERNAL, "The log has the stack trace; please report it.", 0);
  }

  private static FailureReason reason(SnmpFailure why, ProfileTargets.Choice.Usable tried) {
    if (why instanceof SnmpFailure.NoAnswer silence) {
      return isPrivacy(silence, tried) ? FailureReason.DECRYPTION_ERROR : FailureReason.NO_ANSWER;
    }
    if (why instanceof SnmpFailure.Refused refused) {
      return switch (refused.report()) {
        case UNKNOWN_USER -> FailureReason.UNKNOWN_USER;
        case WRONG_DIGEST -> FailureReason.WRONG_DIGEST;
        case DECRYPTION_ERROR -> FailureReason.DECRYPTION_ERROR;
        case NOT_IN_TIME_WINDOW -> FailureReason.NOT_IN_TIME_WINDOW;
        case UNSUPPORTED_SECURITY_LEVEL -> FailureReason.UNSUPPORTED_SECURITY_LEVEL;
        default -> FailureReason.AGENT_ERROR;
      };
    }
    if (why instanceof SnmpFailure.Garbage || why instanceof SnmpFailure.TooMany) {
      return FailureReason.GARBAGE;
    }
    if (why instanceof SnmpFailure.AgentError) {
      return FailureReason.AGENT_ERROR;
    }
    return why instanceof SnmpFailure.Stopped ? FailureReason.CANCELLED : FailureReason.NO_ANSWER;
  }

  /** An agent that tells its engine but not an answer cannot decrypt: many then say nothing. */
  private static boolean isPrivacy(
      SnmpFailure.NoAnswer silence, ProfileTargets.Choice.Usable tried) {
    return silence.engineKnown()
        && tried.target().security() instanceof SnmpSecurity.Usm usm
        && usm.priv().isPresent();
  }

  /** What an operator can do; empty where nothing is to be done. */
  public static String remedy(SnmpFailure why, ProfileTargets.Choice.Usable tried) {
    if (why instanceof SnmpFailure.NoAnswer silence) {
      return silenceRemedy(silence, tried);
    }
    if (why instanceof SnmpFailure.Refused refused) {
      return refusalRemedy(refused.report(), tried);
    }
    if (why instanceof SnmpFailure.Garbage) {
      return "The agent, or something between, answers against the protocol: see its counters with"
          + " snmp-sessions.";
    }
    if (why instanceof SnmpFailure.AgentError) {
      return "Check that the agent's view includes system, ifTable and ifXTable.";
    }
    if (why instanceof SnmpFailure.Unsendable) {
      return "Check the routes and the packet filter of this host.";
    }
    return "";
  }

  private static String silenceRemedy(
      SnmpFailure.NoAnswer silence, ProfileTargets.Choice.Usable tried) {
    if (silence.elsewhere()) {
      return "Answers come from another address than was asked: use that one, or let the agent"
          + " answer from the address that it was asked at.";
    }
    if (isPrivacy(silence, tried)) {
      return "The agent did tell its engine id, so it is there: most likely the privacy passphrase"
          + " or protocol is wrong.";
    }
    String secret =
        tried.target().security() instanceof SnmpSecurity.Community ? "the community, " : "";
    return "Check "
        + secret
        + "the agent's access list (it must allow this host), and that UDP port "
        + tried.target().address().getPort()
        + " is not filtered.";
  }

  private static String refusalRemedy(UsmReport report, ProfileTargets.Choice.Usable tried) {
    return switch (report) {
      case UNKNOWN_USER ->
          "Create the profile's user on the device, or correct user in the profile.";
      case WRONG_DIGEST -> "Correct auth.protocol or auth.passphrase in the profile.";
      case DECRYPTION_ERROR -> "Correct priv.protocol or priv.passphrase in the profile.";
      case UNSUPPORTED_SECURITY_LEVEL ->
          "Allow "
              + tried.target().security()
              + " for this user on the device, or change the"
              + " profile's auth and priv.";
      case NOT_IN_TIME_WINDOW ->
          "The device's SNMP engine time does not run evenly: restart its agent.";
      case UNKNOWN_CONTEXT, UNAVAILABLE_CONTEXT -> "Correct contextName in the profile.";
      case UNKNOWN_ENGINE_ID -> "The device changes its engine id: give it a fixed one.";
      case UNKNOWN_SECURITY_MODEL, INVALID_MESSAGE, UNKNOWN_PDU_HANDLER ->
          "Check the device's SNMPv3 configuration.";
    };
  }
}
