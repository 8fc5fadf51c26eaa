package org.opennms.plugins.trunkline.snmp.mib.smi;

import java.util.Objects;

/**
 * What is wrong with a MIB file, in words that let an operator mend it.
 *
 * @param kind for grouping and counting
 * @param file the file's name below the MIB directory; for a built-in module its name
 * @param line 1-based, 0 where the whole file is meant
 * @param subject the definition or module in question, empty where there is none
 * @param what what was found and why it is wrong
 */
public record MibProblem(Kind kind, String file, int line, String subject, String what) {
  /** Kinds of problems, each with its remedy. */
  public enum Kind {
    /** The file cannot be read, or holds what is no text. */
    UNREADABLE("Replace the file by the module's text."),
    /** The file or the directory is beyond a limit. */
    TOO_LARGE("Keep only the modules that you need."),
    /** The text is not SMIv1 or SMIv2. One definition is lost, the rest stands. */
    SYNTAX("Correct the text, or ask the vendor for a corrected module."),
    /** The file holds no module. */
    NO_MODULE("Remove the file if it is no MIB."),
    /** The file is not named as its module; only a note. */
    FILE_NAME("Rename the file if others look for it by module name."),
    /** Another file holds a module of this name; the first by file name is used. */
    DUPLICATE_MODULE("Keep one of the files."),
    /** A module that is imported from is not there. */
    MISSING_MODULE("Add the module's text to the directory."),
    /** A module that is imported from does not define the symbol. */
    MISSING_SYMBOL("Add the version of the module that defines it."),
    /** A name stands for nothing that is known; what depends on it is left out. */
    UNKNOWN_NAME("Add the missing import or definition."),
    /** Definitions refer to each other in a circle, or deeper than SMI allows. */
    CYCLE("Break the circle."),
    /** A name is defined twice in one module; the first stands. */
    DUPLICATE_NAME("Keep one of the definitions.");

    private final String remedy;

    Kind(String remedy) {
      this.remedy = remedy;
    }

    /** What the operator can do. */
    public String remedy() {
      return remedy;
    }
  }

  private static final int LONGEST_SUBJECT = 100;
  private static final int LONGEST_TEXT = 400;

  /** Rejects missing parts, and cuts long ones: a hostile file chooses its own words. */
  public MibProblem {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(file, "file");
    subject = cut(subject, LONGEST_SUBJECT);
    what = cut(what, LONGEST_TEXT);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }

  /**
   * For example {@code ACME-MIB.txt:12: acmeFan: 'STATSU' stands where … . Correct the text, …}.
   */
  @Override
  public String toString() {
    String at = line > 0 ? file + ":" + line : file;
    String about = subject.isEmpty() ? "" : subject + ": ";
    return at + ": " + about + what + ". " + kind.remedy();
  }
}
