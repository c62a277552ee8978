package tenon.packages.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import tenon.model.Finding;
import tenon.model.Findings;
import tenon.model.Progress;
import tenon.packages.Notice;

/** Matches the rows of two registers, or of one with itself. */
public final class Matching {
  private static final int CHUNK = 512;
  private static final String TASK = "match";
  private static final Comparator<Pair> ORDER =
      Comparator.comparingInt(Pair::left)
          .thenComparing(Comparator.comparingDouble(Pair::score).reversed())
          .thenComparingInt(Pair::right);

  private final Register left;
  private final Register right;
  private final MatchSpec spec;
  private final boolean within;
  private final List<Decision> decisions;
  private final Findings findings = new Findings();
  private final Set<Long> same = new HashSet<>();
  private final Set<Long> different = new HashSet<>();

  private Matching(
      Register left, Register right, List<Decision> decisions, MatchSpec spec, boolean within) {
    this.left = left;
    this.right = right;
    this.decisions = decisions;
    this.spec = spec;
    this.within = within;
  }

  /**
   * Matches two registers, each row with one of the other at most.
   *
   * @param decisions what persons have decided: it is never overruled
   * @param progress hears of rows done, as {@code match}
   */
  public static MatchResult between(
      Register left,
      Register right,
      Aliases aliases,
      List<Decision> decisions,
      MatchSpec spec,
      Progress progress) {
    return new Matching(left, right, decisions, spec, false).run(aliases, progress);
  }

  /** Finds the rows of one register that are the same firm or site. */
  public static MatchResult within(
      Register register,
      Aliases aliases,
      List<Decision> decisions,
      MatchSpec spec,
      Progress progress) {
    return new Matching(register, register, decisions, spec, true).run(aliases, progress);
  }

  private MatchResult run(Aliases aliases, Progress progress) {
    resolve();
    NameText text = new NameText();
    Map<String, String> plain = aliases.plain(text);
    Names.Pieces pieces = new Names.Pieces(left.count() + (within ? 0 : right.count()));
    Names leftNames = Names.of(left, text, plain, pieces);
    Names rightNames = within ? leftNames : Names.of(right, text, plain, pieces);
    NameScore names = new NameScore(leftNames, rightNames, pieces);
    Blocking blocking = new Blocking(leftNames, rightNames, right, names, pieces.count());
    PairScore score = new PairScore(left, right, names, spec.kind());
    AtomicLong compared = new AtomicLong();
    List<Pair> candidates = candidates(blocking, score, compared, progress);
    List<Pair> decided = new ArrayList<>();
    for (long key : same) {
      decided.add(score.of((int) (key >>> 32), (int) key).with(Pair.Status.DECIDED));
    }
    candidates.removeIf(pair -> different.contains(key(pair)) || same.contains(key(pair)));
    List<Pair> pairs = within ? grouped(candidates, decided) : assigned(candidates, decided);
    pairs.sort(ORDER);
    List<List<Integer>> clusters = within ? clusters(pairs) : List.of();
    return new MatchResult(
        left, right, pairs, clusters, compared.get(), decisions, findings.list());
  }

  /** Decisions as rows; those about rows that are gone are told and kept. */
  private void resolve() {
    Notice notice = new Notice(Register.BUNDLE, "decisions.csv");
    Map<Integer, Decision> taken = new HashMap<>();
    for (Decision decision : decisions) {
      int a = left.find(decision.left());
      int b = right.find(decision.right());
      if (a < 0 || b < 0) {
        String gone = a < 0 ? decision.left() : decision.right();
        findings.add(
            notice.warning("match-decision-gone", 0, a < 0 ? "left_id" : "right_id", gone));
        continue;
      }
      long key = within ? key(Math.min(a, b), Math.max(a, b)) : key(a, b);
      if (!decision.same()) {
        different.add(key);
      } else {
        same.add(key);
        boolean twice = !within && taken.put(a, decision) != null;
        twice |= !within && taken.put(~b, decision) != null;
        if (twice) {
          findings.add(
              notice.error("match-decision-two", 0, "left_id", decision.left(), decision.right()));
        }
      }
    }
  }

  /** Why decisions cannot be followed: two of them join one row to two others. */
  public static List<Finding> contradictions(
      Register left, Register right, List<Decision> decisions, MatchSpec spec) {
    Matching matching = new Matching(left, right, decisions, spec, false);
    matching.resolve();
    return matching.findings.list().stream().filter(Finding::isError).toList();
  }

  private List<Pair> candidates(
      Blocking blocking, PairScore score, AtomicLong compared, Progress progress) {
    List<Pair> found = new ArrayList<>();
    AtomicLong done = new AtomicLong();
    try (ExecutorService threads = Executors.newFixedThreadPool(spec.threads())) {
      ThreadLocal<Blocking.Search> searches = ThreadLocal.withInitial(() -> blocking.new Search());
      List<Future<List<Pair>>> chunks = new ArrayList<>();
      for (int from = 0; from < left.count(); from += CHUNK) {
        int first = from;
        int end = Math.min(first + CHUNK, left.count());
        chunks.add(
            threads.submit(
                () -> {
                  List<Pair> part = new ArrayList<>();
                  for (int row = first; row < end; row++) {
                    compare(row, searches.get(), score, compared, part);
                  }
                  progress.report(TASK, done.addAndGet(end - first), left.count());
                  return part;
                }));
      }
      for (Future<List<Pair>> chunk : chunks) {
        found.addAll(chunk.get());
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("matching failed: " + failure.getMessage(), failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("matching was interrupted", stop);
    }
    if (within) {
      Map<Long, Pair> once = new TreeMap<>();
      found.forEach(pair -> once.putIfAbsent(key(pair), pair));
      return new ArrayList<>(once.values());
    }
    return found;
  }

  private void compare(
      int row, Blocking.Search search, PairScore score, AtomicLong compared, List<Pair> part) {
    int most = spec.candidates() + (within ? 1 : 0);
    int[] others = search.candidates(row, left.row(row), most);
    compared.addAndGet(others.length);
    for (int other : others) {
      if (!within || other != row) {
        Pair pair =
            within ? score.of(Math.min(row, other), Math.max(row, other)) : score.of(row, other);
        if (pair.score() >= spec.review()) {
          part.add(pair);
        }
      }
    }
  }

  /** One to one: rows that a person has joined are out of the question for others. */
  private List<Pair> assigned(List<Pair> candidates, List<Pair> decided) {
    Set<Integer> taken = new HashSet<>();
    for (Pair pair : decided) {
      taken.add(pair.left());
      taken.add(~pair.right());
    }
    candidates.removeIf(pair -> taken.contains(pair.left()) || taken.contains(~pair.right()));
    Map<Integer, double[]> best = bestTwo(candidates);
    Set<Long> chosen = new HashSet<>();
    Assignment.choose(candidates, left.count()).forEach(pair -> chosen.add(key(pair)));
    List<Pair> pairs = new ArrayList<>(decided);
    Set<Integer> unclear = new HashSet<>();
    for (Pair pair : candidates) {
      if (chosen.contains(key(pair)) && near(pair, best)) {
        unclear.add(pair.left());
        unclear.add(~pair.right());
      }
    }
    for (Pair pair : candidates) {
      boolean open = unclear.contains(pair.left()) || unclear.contains(~pair.right());
      if (open && near(pair, best)) {
        pairs.add(pair.with(Pair.Status.AMBIGUOUS));
      } else if (chosen.contains(key(pair))) {
        boolean sure = pair.score() >= spec.accept();
        pairs.add(pair.with(sure ? Pair.Status.ACCEPTED : Pair.Status.REVIEW));
      }
    }
    return pairs;
  }

  /** The two greatest scores of each row; right rows as complements. */
  private static Map<Integer, double[]> bestTwo(List<Pair> pairs) {
    Map<Integer, double[]> best = new HashMap<>();
    for (Pair pair : pairs) {
      for (int row : new int[] {pair.left(), ~pair.right()}) {
        double[] two = best.computeIfAbsent(row, r -> new double[2]);
        if (pair.score() > two[0]) {
          two[1] = two[0];
          two[0] = pair.score();
        } else {
          two[1] = Math.max(two[1], pair.score());
        }
      }
    }
    return best;
  }

  /** Whether another pair of one of the rows comes near this one. */
  private boolean near(Pair pair, Map<Integer, double[]> best) {
    for (int row : new int[] {pair.left(), ~pair.right()}) {
      double[] two = best.getOrDefault(row, new double[2]);
      double rival = pair.score() == two[0] ? two[1] : two[0];
      if (rival > 0 && Math.abs(pair.score() - rival) < spec.margin()) {
        return true;
      }
    }
    return false;
  }

  /** Within one register: groups grow from the best pair on, never across what a person parted. */
  private List<Pair> grouped(List<Pair> candidates, List<Pair> decided) {
    Groups groups = new Groups(left.count(), different);
    List<Pair> pairs = new ArrayList<>(decided);
    decided.forEach(pair -> groups.join(pair.left(), pair.right()));
    candidates.sort(
        Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparingInt(Pair::left)
            .thenComparingInt(Pair::right));
    for (Pair pair : candidates) {
      if (groups.parted(pair.left(), pair.right())) {
        continue;
      }
      if (pair.score() >= spec.accept()) {
        groups.join(pair.left(), pair.right());
        pairs.add(pair.with(Pair.Status.ACCEPTED));
      } else if (!groups.joined(pair.left(), pair.right())) {
        pairs.add(pair.with(Pair.Status.REVIEW));
      }
    }
    return pairs;
  }

  private List<List<Integer>> clusters(List<Pair> pairs) {
    Groups groups = new Groups(left.count(), Set.of());
    pairs.stream().filter(Pair::joined).forEach(p -> groups.join(p.left(), p.right()));
    return groups.ofSeveral();
  }

  private static long key(Pair pair) {
    return key(pair.left(), pair.right());
  }

  private static long key(int a, int b) {
    return (long) a << 32 | b;
  }

  /** Groups of rows that are taken for the same. */
  private static final class Groups {
    private final int[] group;
    private final Map<Integer, List<Integer>> members = new TreeMap<>();
    private final Set<Long> parted;

    Groups(int rows, Set<Long> parted) {
      group = new int[rows];
      Arrays.setAll(group, i -> i);
      this.parted = parted;
    }

    private List<Integer> members(int row) {
      return members.getOrDefault(group[row], List.of(row));
    }

    boolean joined(int a, int b) {
      return group[a] == group[b];
    }

    boolean parted(int a, int b) {
      for (int one : members(a)) {
        for (int other : members(b)) {
          if (parted.contains(key(Math.min(one, other), Math.max(one, other)))) {
            return true;
          }
        }
      }
      return false;
    }

    void join(int a, int b) {
      if (joined(a, b)) {
        return;
      }
      List<Integer> all = new ArrayList<>(members(a));
      all.addAll(members(b));
      all.sort(null);
      members.remove(group[a]);
      members.remove(group[b]);
      all.forEach(row -> group[row] = all.getFirst());
      members.put(all.getFirst(), all);
    }

    List<List<Integer>> ofSeveral() {
      return List.copyOf(members.values());
    }
  }
}
