package io.laguna.pipelines.dryrun;

import io.laguna.pipelines.run.Clients;
import io.laguna.pipelines.run.EventClients;
import io.laguna.pipelines.run.FunctionClients;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkPojo;

/** The paper on which a dry run writes down its calls, one after the other. */
public final class Paper {
    private final Consumer<String> lines;
    private int calls;

    /**
     * Creates an empty sheet.
     *
     * @param lines takes what is written, without ends of lines
     */
    public Paper(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Returns clients whose calls are written down and not made. */
    public Clients clients() {
        return new Clients(new PaperS3(this), new PaperEmr(this), new PaperEmrServerless(this), new PaperAthena(this));
    }

    /** Returns such clients for a pipeline that files set going. */
    public EventClients eventClients() {
        return new EventClients(
                new PaperSts(this),
                new PaperLambda(this),
                new PaperGlue(this),
                new PaperEvents(this),
                new PaperSns(this),
                new PaperSqs(this),
                new PaperSecrets(this),
                new PaperRedshift(this),
                new PaperRedshiftData(this));
    }

    /** Returns such clients for a pipeline that has functions. */
    public FunctionClients functionClients() {
        return new FunctionClients(new PaperLambda(this), new PaperApiGateway(this), new PaperEvents(this));
    }

    /** Returns how many calls there are. */
    public int calls() {
        return calls;
    }

    void write(String service, SdkPojo request) {
        calls++;
        String type = request.getClass().getSimpleName();
        lines.accept(calls + ". " + service + " " + type.substring(0, type.length() - "Request".length()));
        RequestJson.of(request).lines().forEach(line -> lines.accept("    " + line));
    }

    void write(String service, SdkPojo request, long bytes) {
        write(service, request);
        lines.accept("    with a body of " + bytes + " bytes");
    }
}
