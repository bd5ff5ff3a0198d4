package io.laguna.emulator.cli;

import io.laguna.engines.Workspace;
import io.laguna.pipelines.covid.ingest.AppToken;
import io.laguna.pipelines.covid.ingest.CaseFiles;
import io.laguna.pipelines.covid.ingest.DeliveryCatalog;
import io.laguna.pipelines.covid.ingest.Ingest;
import io.laguna.pipelines.covid.ingest.IngestOutcome;
import io.laguna.pipelines.covid.ingest.IngestProgress;
import io.laguna.pipelines.covid.ingest.Manifest;
import io.laguna.pipelines.covid.ingest.Origin;
import io.laguna.pipelines.covid.ingest.SodaQuery;
import io.laguna.pipelines.profile.Zones;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Brings the demo's cases into the raw zone.
 *
 * <p>Generated and published cases share the same IDs, so they never share a lake: published cases replace the sample,
 * and a sample is refused where published cases are.
 */
final class CaseIngest {
    private final Zones zones;
    private final Workspace workspace;
    private final Terminal terminal;
    private final Ingest ingest;
    private final DeliveryCatalog catalog;

    CaseIngest(S3Client s3, Zones zones, Workspace workspace, Terminal terminal) {
        this.zones = zones;
        this.workspace = workspace;
        this.terminal = terminal;
        this.ingest = new Ingest(s3, zones.raw(), Clock.systemUTC());
        this.catalog = new DeliveryCatalog(s3, zones.raw());
    }

    void ingest(CaseSource source) throws IOException {
        List<Manifest> before = catalog.deliveries();
        List<IngestOutcome> outcomes = land(source, before);
        outcomes.forEach(this::print);
        removeReplacedSamples(before, outcomes);
    }

    private List<IngestOutcome> land(CaseSource source, List<Manifest> before) throws IOException {
        if (source instanceof CaseSource.Files files) {
            return ingest.land(CaseFiles.at(files.path()), this::show);
        }
        if (source instanceof CaseSource.Soda soda) {
            return List.of(ingest.land(query(soda), this::show));
        }
        return ingest.land(sample((CaseSource.Sample) source, before), this::show);
    }

    private CaseFiles sample(CaseSource.Sample sample, List<Manifest> before) throws IOException {
        if (before.stream().anyMatch(manifest -> manifest.origin() != Origin.GENERATED)) {
            throw new CommandFailure("The lake holds published cases, which a generated sample would overwrite."
                    + " Empty it with ./laguna reset, or name files with --cases.");
        }
        SampleFile file = SampleFile.of(workspace, sample.rows());
        return CaseFiles.generated(file.written(terminal), file.sample().description());
    }

    private void removeReplacedSamples(List<Manifest> before, List<IngestOutcome> outcomes) {
        Set<String> current =
                outcomes.stream().map(outcome -> outcome.manifest().delivery()).collect(Collectors.toSet());
        before.stream()
                .filter(manifest -> manifest.origin() == Origin.GENERATED && !current.contains(manifest.delivery()))
                .forEach(manifest -> {
                    catalog.remove(manifest.delivery());
                    terminal.print("  The generated sample " + manifest.source() + " is replaced.");
                });
    }

    private static SodaQuery query(CaseSource.Soda soda) {
        SodaQuery query = SodaQuery.colombianCases();
        Optional<String> base = Optional.ofNullable(System.getenv("SODA_BASE_URL"));
        Optional<String> token = Optional.ofNullable(System.getenv("SODA_APP_TOKEN"));
        query = base.isPresent() ? query.withBase(URI.create(base.get())) : query;
        query = token.isPresent() ? query.withAppToken(new AppToken(token.get())) : query;
        return soda.mostRows().isPresent() ? query.withMaxRows(soda.mostRows().getAsLong()) : query;
    }

    private void print(IngestOutcome outcome) {
        Manifest manifest = outcome.manifest();
        String where = "s3://" + zones.raw() + "/covid/cases/delivery=" + manifest.delivery();
        if (outcome instanceof IngestOutcome.Landed) {
            terminal.print("  " + Terminal.count(manifest.rows()) + " rows (" + manifest.header() + ") of "
                    + manifest.source() + " -> " + where);
        } else {
            terminal.print("  " + manifest.source() + " is there already: " + where);
        }
    }

    private void show(IngestProgress.Advance advance) {
        terminal.status("  ... " + advance.stage().name().toLowerCase(Locale.ROOT) + " "
                + Terminal.count(advance.rows()) + " rows");
    }
}
