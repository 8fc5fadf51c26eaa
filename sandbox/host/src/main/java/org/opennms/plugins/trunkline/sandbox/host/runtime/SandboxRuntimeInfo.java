package org.opennms.plugins.trunkline.sandbox.host.runtime;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.opennms.integration.api.v1.runtime.Container;
import org.opennms.integration.api.v1.runtime.RuntimeInfo;
import org.opennms.integration.api.v1.runtime.Version;

/**
 * Says that it is a Horizon core of a version.
 *
 * @param version the version that it stands in for
 */
public record SandboxRuntimeInfo(HostVersion version) implements RuntimeInfo {

  @Override
  public Version getVersion() {
    return version;
  }

  @Override
  public boolean isMeridian() {
    return false;
  }

  @Override
  public Container getContainer() {
    return Container.OPENNMS;
  }

  @Override
  public String getSystemId() {
    return "00000000-0000-0000-0000-000000000000";
  }

  @Override
  public String getSystemLocation() {
    return "Default";
  }

  /** A version such as 33.0.9 or 36.0.0-SNAPSHOT. */
  public record HostVersion(int major, int minor, int patch, boolean snapshot) implements Version {

    private static final Pattern FORM =
        Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})(-SNAPSHOT)?");
    private static final Comparator<Version> ORDER =
        Comparator.comparingInt(Version::getMajor)
            .thenComparingInt(Version::getMinor)
            .thenComparingInt(Version::getPatch)
            .thenComparing(Version::isSnapshot, Comparator.reverseOrder());

    /**
     * Parses a version.
     *
     * @throws IllegalArgumentException when the text is none
     */
    public static HostVersion parse(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new IllegalArgumentException("'" + text + "' is not a version such as 33.0.9");
      }
      return new HostVersion(
          Integer.parseInt(form.group(1)),
          Integer.parseInt(form.group(2)),
          Integer.parseInt(form.group(3)),
          form.group(4) != null);
    }

    @Override
    public int getMajor() {
      return major;
    }

    @Override
    public int getMinor() {
      return minor;
    }

    @Override
    public int getPatch() {
      return patch;
    }

    @Override
    public boolean isSnapshot() {
      return snapshot;
    }

    @Override
    public int compareTo(Version other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return major + "." + minor + "." + patch + (snapshot ? "-SNAPSHOT" : "");
    }
  }
}
