package tenon.study.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.model.Scenario;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ScenarioReader;
import tenon.respond.PlanSpec;
import tenon.respond.playbook.Level;
import tenon.respond.playbook.Levels;
import tenon.respond.playbook.Playbook;
import tenon.respond.playbook.PlaybookRehearsal;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.text.InferredMark;
import tenon.study.text.Money;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tenon.twin.site.SimulationSpec;

/** {@code tenon playbook rehearse}: reads what it takes, and rehearses. */
final class RehearseMethod {
  private RehearseMethod() {}

  static Loaded<Answer> run(Asked asked, Progress progress) throws IOException {
    Loaded<DataPackage> data = PackageReader.read(Path.of(asked.text("package")));
    Loaded<Levels> chosen = LevelFile.read(asked.path("levels"));
    List<Finding> findings = new ArrayList<>();
    switch (data) {
      case Loaded.Rejected<DataPackage>(var errors) -> findings.addAll(errors);
      case Loaded.Ready<DataPackage>(var _, var warnings) ->
          findings.addAll(InferredMark.among(warnings));
    }
    findings.addAll(chosen.findings());
    Levels levels =
        chosen instanceof Loaded.Ready<Levels>(var own, var _) ? own : Levels.published();
    if (!(data instanceof Loaded.Ready<DataPackage>(var pack, var _))) {
      findings.addAll(PlaybookFile.read(asked.source(), levels, null).findings());
      return new Loaded.Rejected<>(findings);
    }
    return rehearse(asked, pack, levels, findings, progress);
  }

  private static Loaded<Answer> rehearse(
      Asked asked, DataPackage pack, Levels levels, List<Finding> findings, Progress progress)
      throws IOException {
    Path source = Path.of(asked.text("package"));
    Chain chain = pack.chain();
    Loaded<Playbook> read = PlaybookFile.read(asked.source(), levels, chain);
    findings.addAll(read.findings());
    String name = asked.text("scenario");
    Loaded<Scenario> scenario = ScenarioReader.read(source, name, chain);
    findings.addAll(scenario.findings());
    if (!(read instanceof Loaded.Ready<Playbook>(var playbook, var _))
        || !(scenario instanceof Loaded.Ready<Scenario>(var broken, var _))
        || findings.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(findings);
    }
    PlaybookRehearsal rehearsal =
        PlaybookRehearsal.of(
            chain,
            broken,
            playbook,
            PlanSpec.standard()
                .withPeriods(
                    asked.whole("longest-period-days", 30), asked.whole("most-periods", 10)),
            SimulationSpec.of(asked.whole("reps", 100), asked.seed()).withThreads(asked.threads()),
            progress);
    findings.addAll(rehearsal.plan().findings());
    if (playbook.steps().stream().allMatch(step -> step.actions().isEmpty())) {
      findings.add(Refusal.warning("playbook-idle", playbook.name(), null));
    }
    Level seen = seen(levels, playbook, rehearsal);
    if (seen.rank() < playbook.level()) {
      String rank = Integer.toString(seen.rank());
      findings.add(
          Refusal.warning("playbook-breaks", playbook.name(), null, playbook.trigger(), rank));
    }
    List<Path> inputs = new ArrayList<>(PackageReader.files(source));
    inputs.add(asked.source());
    Path own = asked.path("levels");
    if (own != null) {
      inputs.add(own);
    }
    if (!ScenarioReader.isReady(source, name)) {
      inputs.add(ScenarioReader.named(source, name));
    }
    Words words = new Words(asked.locale());
    Money money = new Money(words, pack.info().currency());
    RehearsalAnswer answer =
        new RehearsalAnswer(words, money, chain, playbook, broken, rehearsal, seen);
    return new Loaded.Ready<>(
        answer.of(inputs, asked.settings()), findings.stream().distinct().toList());
  }

  /** The level that holds: of the playbook's trigger, or the one of a chain that breaks. */
  private static Level seen(Levels levels, Playbook playbook, PlaybookRehearsal rehearsal) {
    return levels
        .holding(Set.of(playbook.trigger()), !rehearsal.broken().isEmpty())
        .orElseThrow(() -> new IllegalStateException("no level of " + playbook.trigger()));
  }
}
