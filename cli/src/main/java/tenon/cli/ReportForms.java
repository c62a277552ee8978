package tenon.cli;

import picocli.CommandLine.Command;

/** {@code tenon report FORM ...}: forms of the report that have options of their own. */
@Command(name = "report", subcommands = BriefCommand.class, mixinStandardHelpOptions = true)
final class ReportForms {}
