package tenon.study.cascade;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.FirmReader;
import tenon.packages.FirmShocks;
import tenon.packages.FirmTables;
import tenon.packages.PackageReader;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;
import tenon.twin.firm.ChainFirms;
import tenon.twin.firm.FirmNetwork;
import tenon.twin.firm.Shocks;

/** Where a network of firms comes from: three plain tables, or a package. */
public sealed interface FirmSource {

  /**
   * A network with what it was read from.
   *
   * @param shocks scenarios, or null where none were given
   * @param scenarios their names
   * @param inferred firms that supply others over inferred links alone, with those
   */
  record Firms(
      FirmNetwork network,
      Keys firms,
      Keys sectors,
      @Nullable Shocks shocks,
      List<String> scenarios,
      Set<List<Integer>> inferred) {
    public Firms {
      inferred = Set.copyOf(inferred);
      scenarios = List.copyOf(scenarios);
    }
  }

  /** Files that the answer depends on. */
  List<Path> inputs();

  /** The network, or every fault of its tables. */
  Loaded<Firms> read();

  /**
   * Plain tables.
   *
   * @param shocks scenarios, or null to close every firm
   */
  record Plain(Path firms, Path edges, Path essential, @Nullable Path shocks)
      implements FirmSource {
    @Override
    public List<Path> inputs() {
      List<Path> inputs = new ArrayList<>(List.of(firms, edges, essential));
      if (shocks != null) {
        inputs.add(shocks);
      }
      return inputs;
    }

    @Override
    public Loaded<Firms> read() {
      return switch (FirmReader.read(firms, edges, essential, shocks)) {
        case Loaded.Rejected<FirmTables>(var errors) -> new Loaded.Rejected<>(errors);
        case Loaded.Ready<FirmTables>(var tables, var warnings) ->
            new Loaded.Ready<>(of(tables), warnings);
      };
    }

    private Firms of(FirmTables tables) {
      FirmNetwork network = FirmSource.network(tables);
      return new Firms(
          network,
          tables.firms(),
          tables.sectors(),
          shocks == null ? null : Shocks.Given.of(tables.lost()),
          tables.scenarios(),
          Set.of());
    }
  }

  /**
   * A package with the tables firms, sites, sourcing and essential.
   *
   * @param shocks scenarios, or null to close every firm
   */
  record FromPackage(Path directory, @Nullable Path shocks) implements FirmSource {
    @Override
    public List<Path> inputs() {
      List<Path> inputs = new ArrayList<>(PackageReader.files(directory));
      if (shocks != null) {
        inputs.add(shocks);
      }
      return inputs;
    }

    @Override
    public Loaded<Firms> read() {
      return switch (PackageReader.read(directory)) {
        case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
        case Loaded.Ready<DataPackage>(var data, var warnings) -> of(data.chain(), warnings);
      };
    }

    private Loaded<Firms> of(Chain chain, List<Finding> warnings) {
      if (chain.firms().count() == 0) {
        return new Loaded.Rejected<>(
            List.of(Refusal.of("no-firms", String.valueOf(directory.getFileName()), null)));
      }
      ChainFirms view = ChainFirms.of(chain);
      List<Finding> all = new ArrayList<>(warnings);
      all.addAll(view.findings());
      Set<List<Integer>> inferred = InferredMark.onlyBetweenFirms(chain);
      Keys firms = chain.firms().keys();
      if (shocks == null) {
        return new Loaded.Ready<>(
            new Firms(view.network(), firms, view.sectors(), null, List.of(), inferred), all);
      }
      return switch (FirmShocks.read(shocks, firms)) {
        case Loaded.Rejected<FirmShocks>(var errors) -> new Loaded.Rejected<>(errors);
        case Loaded.Ready<FirmShocks>(var given, var none) ->
            new Loaded.Ready<>(
                new Firms(
                    view.network(),
                    firms,
                    view.sectors(),
                    Shocks.Given.of(given.lost()),
                    given.scenarios(),
                    inferred),
                all);
      };
    }
  }

  /** The network that tables tell. */
  static FirmNetwork network(FirmTables tables) {
    return FirmNetwork.of(
        tables.sector(),
        tables.sectors().count(),
        tables.essential(),
        tables.supplier(),
        tables.customer(),
        tables.amount());
  }
}
