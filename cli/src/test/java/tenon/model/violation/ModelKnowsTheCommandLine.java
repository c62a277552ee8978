package tenon.model.violation;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import tenon.packages.PackageInfo;

/** In the room model, yet knows packages, files and the parser of arguments. */
record ModelKnowsTheCommandLine(@Option(names = "--x") Path file, PackageInfo info) {}
