package io.laguna.pipelines.covid.publication;

import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.follow.StopSignal;
import io.laguna.pipelines.profile.FunctionSettings;
import io.laguna.pipelines.profile.Profile;
import io.laguna.pipelines.run.CodeUpload;
import io.laguna.pipelines.run.FunctionClients;
import io.laguna.pipelines.run.FunctionDeployment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.model.AddPermissionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The publication of a run: two functions, the API that leads to the first, and the rule that starts the second on time. A later
 * run gives them the present code, and the tables that it has made.
 */
public final class Publication {
    private static final String API_FUNCTION = "laguna-covid-results";
    private static final String INGEST = "laguna-covid-ingest";
    private static final String INVOKE = "lambda:InvokeFunction";

    /** The seconds that API Gateway waits for a function. */
    private static final int API_SECONDS = 29;
    /** The longest that Lambda lets a function run, in seconds. */
    private static final int INGEST_SECONDS = 900;
    /** The megabytes of a JVM that starts fast: Lambda gives processor time by memory. */
    private static final int MEGABYTES = 1024;

    private final Profile profile;
    private final S3Client s3;
    private final FunctionClients clients;
    private final Path zip;
    private final Clock clock;
    private final StopSignal stop = new StopSignal();
    private final FunctionDeployment functions;

    /**
     * Creates the publication of a run that has made its tables.
     *
     * @param zip the file with the code of the functions, on this machine
     * @param clock tells when the run was
     */
    public Publication(Profile profile, S3Client s3, FunctionClients clients, Path zip, Clock clock) {
        this.profile = profile;
        this.s3 = s3;
        this.clients = clients;
        this.zip = zip;
        this.clock = clock;
        this.functions = new FunctionDeployment(clients.lambda(), new Questions(profile.patience(), stop));
    }

    /** Makes everything, and returns the API; nothing where the profile has no role for functions. */
    public Optional<Published> make() {
        return profile.functions().map(settings -> stop.during(() -> make(settings)));
    }

    /** Ends the wait for a function. Another thread calls this. */
    public void stop() {
        stop.give();
    }

    private Published make(FunctionSettings settings) {
        CodeUpload code = new CodeUpload(s3, profile.code());
        code.put(zip);
        Published api = publish(settings, code);
        schedule(settings, code);
        return api;
    }

    private Published publish(FunctionSettings settings, CodeUpload code) {
        String arn = functions.deploy(function(settings, code, API_FUNCTION, "Results", API_SECONDS)
                .environment(variables -> variables.variables(Map.of(
                        "DATABASE",
                        "refined",
                        "WORKGROUP",
                        profile.queries().workGroup(),
                        "RESULTS",
                        profile.queries().results(),
                        "RUN",
                        "run of " + clock.instant())))
                .build());
        Published api = new ResultsApi(clients.api()).make(arn);
        String[] parts = arn.split(":", -1);
        functions.allow(AddPermissionRequest.builder()
                .functionName(API_FUNCTION)
                .statementId("api-" + api.id())
                .action(INVOKE)
                .principal("apigateway.amazonaws.com")
                .sourceArn("arn:aws:execute-api:" + profile.region() + ":" + parts[4] + ":" + api.id() + "/*/*")
                .build());
        return api;
    }

    private void schedule(FunctionSettings settings, CodeUpload code) {
        Map<String, String> variables =
                new TreeMap<>(Map.of("RAW_BUCKET", profile.zones().raw()));
        settings.source().ifPresent(source -> variables.put("SODA_BASE_URL", source));
        String function = functions.deploy(function(settings, code, INGEST, "IngestCases", INGEST_SECONDS)
                .environment(environment -> environment.variables(variables))
                .build());
        String rule = clients.events()
                .putRule(put -> put.name(INGEST)
                        .description("Brings published cases into the raw zone")
                        .scheduleExpression(settings.schedule())
                        .state(settings.scheduled() ? RuleState.ENABLED : RuleState.DISABLED))
                .ruleArn();
        clients.events().putTargets(put -> put.rule(INGEST)
                .targets(Target.builder().id("ingest").arn(function).build()));
        functions.allow(AddPermissionRequest.builder()
                .functionName(INGEST)
                .statementId("schedule")
                .action(INVOKE)
                .principal("events.amazonaws.com")
                .sourceArn(rule)
                .build());
    }

    private CreateFunctionRequest.Builder function(
            FunctionSettings settings, CodeUpload code, String name, String handler, int seconds) {
        URI uploaded = URI.create(code.uri(zip));
        return CreateFunctionRequest.builder()
                .functionName(name)
                .runtime(Runtime.JAVA17)
                .handler("io.laguna.functions.covid." + handler)
                .role(settings.role())
                .timeout(seconds)
                .memorySize(MEGABYTES)
                .code(zipped -> zipped.s3Bucket(uploaded.getHost())
                        .s3Key(uploaded.getPath().substring(1)));
    }
}
