package io.laguna.emulator.cli;

import io.laguna.engines.process.Workspace;
import io.laguna.pipelines.covid.ingest.AppToken;
import io.laguna.pipelines.covid.ingest.CaseArrival;
import io.laguna.pipelines.covid.ingest.CaseFiles;
import io.laguna.pipelines.covid.ingest.IngestOutcome;
import io.laguna.pipelines.covid.ingest.IngestProgress;
import io.laguna.pipelines.covid.ingest.LakeIngest;
import io.laguna.pipelines.covid.ingest.Manifest;
import io.laguna.pipelines.covid.ingest.PublishedCasesException;
import io.laguna.pipelines.covid.ingest.SodaQuery;
import io.laguna.pipelines.profile.Zones;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** The ingest of the demo's cases into the raw zone, which also prints what has come and gone. */
final class CaseIngest {
    private final Zones zones;
    private final Workspace workspace;
    private final Terminal terminal;
    private final LakeIngest ingest;

    CaseIngest(S3Client s3, Zones zones, Workspace workspace, Terminal terminal) {
        this.zones = zones;
        this.workspace = workspace;
        this.terminal = terminal;
        this.ingest = new LakeIngest(s3, zones.raw(), Clock.systemUTC());
    }

    /** Ingests cases and prints what has become of each delivery. */
    CaseArrival ingest(CaseSource source) throws IOException {
        CaseArrival arrival = land(source);
        arrival.outcomes().forEach(this::print);
        arrival.replaced()
                .forEach(sample -> terminal.print("  The generated sample " + sample.source() + " is replaced."));
        return arrival;
    }

    private CaseArrival land(CaseSource source) throws IOException {
        if (source instanceof CaseSource.Files files) {
            return ingest.land(CaseFiles.at(files.path()), this::show);
        }
        if (source instanceof CaseSource.Soda soda) {
            return ingest.land(query(soda), this::show);
        }
        return land((CaseSource.Sample) source);
    }

    private CaseArrival land(CaseSource.Sample sample) throws IOException {
        try {
            ingest.requireRoomForSample();
            SampleFile file = SampleFile.of(workspace, sample.rows());
            return ingest.land(
                    CaseFiles.generated(file.written(terminal), file.sample().description()), this::show);
        } catch (PublishedCasesException e) {
            throw new CommandFailure(e.getMessage() + " Empty it with ./laguna reset, or name files with --cases.");
        }
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
