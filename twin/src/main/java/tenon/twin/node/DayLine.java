package tenon.twin.node;

import java.util.Arrays;
import tenon.model.node.SiteNode;
import tenon.numeric.Purpose;
import tenon.numeric.RandomStream;
import tenon.numeric.RandomStreams;

/**
 * The line of a site of a chain, taken through its days one by one. It serves entries, which are
 * recipes, links or stocks of the site; amounts are lots of an entry, whole or in part.
 *
 * <p>A day has three steps: {@link #open} books what is wanted, {@link #run} works through the day
 * with the material that there is, and may be called again for the same day: the line is set back
 * to the morning before. Draws of a day are keyed by the day, so that they are the same again, and
 * so that two runs under one seed meet the same times on every day on which they do the same.
 *
 * <p>The clock goes while the line is open. What is unfinished at the end of a day goes on the next
 * morning.
 */
public final class DayLine implements Line.Ends {
  private static final char SEPARATOR = '\u001f';

  /** Jobs that wait in the book of a line at most; what is wanted beyond is booked later. */
  private static final int MOST_JOBS = 1_000_000;

  private final SiteNode node;
  private final RandomStreams streams;
  private final String[] keys;
  private final long replication;
  private final OrderBook book;
  private final Line line;
  private final Line morning;

  private final double[] booked;
  private final double[] finished;
  private final double[] scrapped;
  private double now;
  private double markedNow;
  private boolean ran;
  private int day;

  // of the days that count, and as they stood in the morning
  private final Sums sums = new Sums();
  private final Sums before = new Sums();

  /** What is summed up beside the tallies of the stations. */
  private static final class Sums {
    double open;
    double lots;
    double waits;
    double times;
    long jobs;

    void set(Sums other) {
      open = other.open;
      lots = other.lots;
      waits = other.waits;
      times = other.times;
      jobs = other.jobs;
    }
  }

  /**
   * An idle line.
   *
   * @param keys stable name of each entry, which keys its draws
   * @param kinds what the line takes each entry for; between kinds it is set up
   * @param replication number of the replication
   */
  public DayLine(
      SiteNode node, String[] keys, int[] kinds, RandomStreams streams, long replication) {
    this.node = node;
    this.keys = keys;
    this.streams = streams;
    this.replication = replication;
    int entries = keys.length;
    booked = new double[entries];
    finished = new double[entries];
    scrapped = new double[entries];
    book = new OrderBook(entries, node.spec().stations().getFirst().least());
    Source start = source("start");
    line = new Line(node.spec().stations(), book, start, 0, 0, this);
    morning = new Line(node.spec().stations(), new JobQueue(), start, 0, 0, this);
    for (Post post : line.posts) {
      post.kinds(kinds);
    }
  }

  private Source source(String when) {
    String prefix = "node" + SEPARATOR + node.site() + SEPARATOR + when + SEPARATOR;
    return new Source(streams, prefix, replication);
  }

  /**
   * Opens a day.
   *
   * @param today the day, below 0 before anything counts
   * @param wanted lots of each entry that are wanted and not begun
   */
  public void open(int today, double[] wanted) {
    day = today;
    ran = false;
    book.morning();
    for (int entry = 0; entry < wanted.length; entry++) {
      if (book.booked(entry) > wanted[entry] + OrderBook.ROUNDING) {
        book.withdraw(entry, wanted[entry]);
      }
      booked[entry] = Math.max(0, wanted[entry] - book.booked(entry));
    }
  }

  /** Books what is wanted beyond what is booked, over a day of a length. */
  private void release(double length) {
    int[] counts = new int[booked.length];
    int all = 0;
    for (int entry = 0; entry < counts.length; entry++) {
      double room = MOST_JOBS - book.jobs() - all;
      double jobs = Math.ceil(booked[entry] - OrderBook.ROUNDING);
      counts[entry] = (int) Math.max(0, Math.min(room, jobs));
      all += counts[entry];
    }
    Source source = source(Integer.toString(day));
    double[][] times = new double[counts.length][];
    for (int entry = 0; entry < counts.length; entry++) {
      times[entry] = times(entry, counts[entry], length, source);
    }
    int[] next = new int[counts.length];
    for (int nth = 0; nth < all; nth++) {
      int first = -1;
      for (int entry = 0; entry < counts.length; entry++) {
        boolean left = next[entry] < counts[entry];
        if (left && (first < 0 || times[entry][next[entry]] < times[first][next[first]])) {
          first = entry;
        }
      }
      double part = Math.min(1, booked[first] - next[first]);
      book.book(first, times[first][next[first]++], part);
    }
    Arrays.fill(booked, 0);
  }

  /** Times at which jobs come: spaced by the law of the arrivals, so that they fill the day. */
  private double[] times(int entry, int count, double length, Source source) {
    double[] times = new double[count];
    if (node.morning() || length == 0 || count == 0) {
      Arrays.fill(times, now);
      return times;
    }
    RandomStream stream = source.stream(Purpose.ARRIVAL, keys[entry]);
    double sum = 0;
    for (int nth = 0; nth < count; nth++) {
      sum += Draws.of(node.spec().interarrival(), stream);
      times[nth] = sum;
    }
    sum += Draws.of(node.spec().interarrival(), stream);
    for (int nth = 0; nth < count; nth++) {
      times[nth] = now + times[nth] / sum * length;
    }
    return times;
  }

  /**
   * Works through the day, or through the same day again with other material.
   *
   * @param material lots of each entry that may be begun
   * @param length time that the line is open; the same in every call for a day
   */
  public void run(double[] material, double length) {
    if (ran) {
      restore();
    } else {
      release(length);
      remember();
    }
    ran = true;
    Arrays.fill(finished, 0);
    Arrays.fill(scrapped, 0);
    work(material, length);
  }

  private void work(double[] material, double length) {
    double end = now + length;
    double tolerance = OrderBook.ROUNDING * length;
    Source source = source(Integer.toString(day));
    for (Post post : line.posts) {
      post.renew(source);
      if (day >= 0) {
        post.tally.window(now, end);
      } else {
        post.tally.window(Double.MAX_VALUE, Double.MAX_VALUE);
      }
      for (Machine machine : post.machines) {
        if (!post.idle.get(machine.number) && !machine.blocked) {
          machine.count(post.tally);
        }
      }
    }
    book.gates(material);
    if (length > 0) {
      line.closesAt(end - tolerance);
      book.arriveBy(now);
      line.startAll(now);
      line.events.set(Line.ARRIVAL, book.next());
      line.advance(end + tolerance);
    }
    line.settle(end);
    now = end;
    if (day >= 0) {
      sums.open += length;
    }
  }

  private void remember() {
    before.set(sums);
    book.mark();
    copy(line, morning, true);
  }

  private void restore() {
    sums.set(before);
    book.reset();
    copy(morning, line, false);
  }

  /** Copies how a line stands, but for its first queue, or sets it back. */
  private void copy(Line from, Line to, boolean marks) {
    if (marks) {
      markedNow = now;
    } else {
      now = markedNow;
    }
    for (int at = 0; at < from.posts.length; at++) {
      Post source = from.posts[at];
      Post target = to.posts[at];
      Post own = line.posts[at];
      target.tally.set(source.tally);
      target.idle.clear();
      target.idle.or(source.idle);
      if (at > 0) {
        mark((JobQueue) own.queue, marks);
      }
      for (int number = 0; number < source.machines.length; number++) {
        Machine machine = source.machines[number];
        target.machines[number].set(machine);
        mark(own.machines[number].jobs, marks);
        to.events.set(machine.slot, from.events.time(machine.slot));
      }
    }
  }

  private static void mark(JobQueue queue, boolean marks) {
    if (marks) {
      queue.mark();
    } else {
      queue.reset();
    }
  }

  @Override
  public double arrive(double at) {
    Post first = line.posts[0];
    first.tally.queue(book.size(), at);
    book.arrive();
    line.start(0, at);
    return book.next();
  }

  @Override
  public void leave(double at, double born, double waited, int entry, double part) {
    finished[entry] += part;
    if (day >= 0) {
      sums.lots += part;
      sums.jobs++;
      sums.times += at - born;
      sums.waits += waited;
    }
  }

  @Override
  public void scrap(int entry, double part) {
    scrapped[entry] += part;
  }

  /** Lots of an entry that wait for the first station. */
  public double waiting(int entry) {
    return book.booked(entry);
  }

  /** Lots of an entry inside: begun at the first station, and neither finished nor scrapped. */
  public double inside(int entry) {
    double lots = 0;
    for (int at = 0; at < line.posts.length; at++) {
      Post post = line.posts[at];
      for (Machine machine : post.machines) {
        lots += machine.jobs.lots(entry);
      }
      lots += at == 0 ? 0 : ((JobQueue) post.queue).lots(entry);
    }
    return lots;
  }

  /** Jobs that wait anywhere in the line. */
  public int queue() {
    int jobs = 0;
    for (Post post : line.posts) {
      jobs += post.queue.size();
    }
    return jobs;
  }

  /**
   * What the days that count came to so far.
   *
   * @param days how many they are
   */
  NodeRun sofar(int days) {
    double planned = days * node.day();
    return NodeRun.of(
        line.posts,
        planned,
        1 - sums.open / planned,
        line.handled(),
        new NodeRun.Flow(sums.jobs, 0, sums.jobs, sums.lots, sums.times, sums.waits));
  }

  /** What replications of a line came to over so many days. */
  public static NodeResult result(DayLine[] lines, int days) {
    NodeRun[] runs = new NodeRun[lines.length];
    for (int run = 0; run < runs.length; run++) {
      runs[run] = lines[run].sofar(days);
    }
    return NodeResult.of(runs);
  }

  /** Lots of an entry begun in the day. */
  public double begun(int entry) {
    return book.taken(entry);
  }

  /** Lots of an entry that came out good in the day. */
  public double finished(int entry) {
    return finished[entry];
  }

  /** Lots of an entry that came out bad in the day. */
  public double scrapped(int entry) {
    return scrapped[entry];
  }
}
