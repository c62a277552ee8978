package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.model.node.SiteNode;

/**
 * Reads and checks a data package. Whatever the files hold, the answer is either the whole package
 * or all its faults; nothing is thrown and nothing is half loaded.
 */
public final class PackageReader {

  /** Code of the finding that a chain has links which nobody declared. */
  public static final String INFERRED = "links-inferred";

  /** Tables that are read at the same time. */
  private static final int THREADS = 2;

  private PackageReader() {}

  /** As {@link #read(Path, ReadLimits, Progress)}, with default limits and nobody listening. */
  public static Loaded<DataPackage> read(Path path) {
    return read(path, ReadLimits.DEFAULT, Progress.NONE);
  }

  /**
   * Reads the package at a directory or descriptor.
   *
   * @param progress hears of the work {@code read}, in bytes
   */
  public static Loaded<DataPackage> read(Path path, ReadLimits limits, Progress progress) {
    Findings findings = new Findings();
    Descriptor descriptor = DescriptorReader.read(path, limits, findings);
    if (descriptor == null) {
      return new Loaded.Rejected<>(findings.list());
    }
    Tables tables = new Tables(readAll(descriptor.entries(), limits, progress, findings));
    KeyCheck.run(tables, findings);
    References references = ReferenceCheck.run(tables, findings);
    ChainCheck.run(descriptor.info(), tables, references, findings);
    SiteNodes nodes = SiteNodes.read(folder(descriptor), findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    DataPackage data = new DataPackage(descriptor.info(), tables.columns());
    List<SiteNode> fitting = nodes.of(data.chain(), findings);
    InferredCheck.run(data.chain().links(), findings);
    return findings.hasErrors()
        ? new Loaded.Rejected<>(findings.list())
        : new Loaded.Ready<>(
            fitting.isEmpty() ? data : new DataPackage(data.info(), data.tables(), fitting),
            findings.list());
  }

  private static Path folder(Descriptor descriptor) {
    Path parent = descriptor.file().toAbsolutePath().getParent();
    return parent == null ? descriptor.file() : parent;
  }

  /**
   * The files that make up the package: its descriptor, then the tables in the order of the
   * descriptor, then its nodes. Files that are missing, or that reading would refuse, are left out.
   */
  public static List<Path> files(Path path) {
    Descriptor descriptor = DescriptorReader.read(path, ReadLimits.DEFAULT, new Findings());
    if (descriptor == null) {
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    files.add(descriptor.file());
    descriptor.entries().forEach(entry -> files.add(entry.file()));
    files.addAll(NodeReader.files(folder(descriptor)));
    return List.copyOf(files);
  }

  private record Job(
      Descriptor.Entry entry, long size, Findings findings, CompletableFuture<Table> table) {}

  /** Reads the largest tables first; findings come in the order of the descriptor nevertheless. */
  private static Map<Resource, Table> readAll(
      List<Descriptor.Entry> entries, ReadLimits limits, Progress progress, Findings findings) {
    List<Job> jobs = new ArrayList<>();
    for (Descriptor.Entry entry : entries) {
      jobs.add(new Job(entry, size(entry), new Findings(), new CompletableFuture<>()));
    }
    long total = jobs.stream().mapToLong(Job::size).sum();
    AtomicLong done = new AtomicLong();
    LongConsumer advance = bytes -> progress.report("read", done.addAndGet(bytes), total);
    List<Job> largestFirst = new ArrayList<>(jobs);
    largestFirst.sort(Comparator.comparingLong(Job::size).reversed());
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Job job : largestFirst) {
        TableReader reader = new TableReader(job.entry(), limits, job.findings());
        job.table().completeAsync(() -> reader.read(advance), threads);
      }
    }
    Map<Resource, Table> tables = new EnumMap<>(Resource.class);
    for (Job job : jobs) {
      tables.put(job.entry().resource(), job.table().join());
      findings.addAll(job.findings());
    }
    return tables;
  }

  private static long size(Descriptor.Entry entry) {
    return entry.file().toFile().length();
  }
}
