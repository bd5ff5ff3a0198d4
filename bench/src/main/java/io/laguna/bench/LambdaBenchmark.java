package io.laguna.bench;

import io.laguna.emulator.lake.Lake;
import io.laguna.emulator.lake.LakeClients;
import io.laguna.emulator.lake.LakePorts;
import io.laguna.emulator.lake.LakeSettings;
import io.laguna.engines.driver.DriverSettings;
import io.laguna.engines.process.Tree;
import io.laguna.engines.process.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The benchmark of Lambda: invocations per runtime, many at once, and the way of a file to its function. */
public final class LambdaBenchmark {
    private static final int COLD = 5;
    private static final int WARM = 200;
    private static final int FILES = 100;
    private static final int CLIENTS = 10;
    private static final double MILLION = 1_000_000.0;

    /** Prints when its first line runs, in milliseconds since 1970. */
    private static final String ARRIVES =
            "import time\nfirst = []\ndef handler(event, context):\n    if event.get('Records'):\n"
                    + "        first.append(time.time() * 1000)\n    return first\n";

    private static final String ECHO_CLASS = EchoFunction.class.getName().replace('.', '/') + ".class";

    /** The code of functions that return their event, by runtime; Node.js where this machine has it. */
    private static Map<String, Map<String, byte[]>> runtimes() {
        Map<String, Map<String, byte[]>> runtimes = new TreeMap<>();
        runtimes.put("python3.12", Map.of("index.py", text("def handler(event, context):\n    return event\n")));
        runtimes.put("java17", Map.of(ECHO_CLASS, classFile()));
        if (Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")))) {
            runtimes.put("nodejs20.x", Map.of("index.js", text("exports.handler = async (event) => event;\n")));
        }
        return runtimes;
    }

    private static byte[] text(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] classFile() {
        try (InputStream in = Objects.requireNonNull(EchoFunction.class.getResourceAsStream("/" + ECHO_CLASS))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final Pattern MEMORY = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private final String endpoint;
    private final LambdaClient lambda;
    private final S3Client s3;

    private LambdaBenchmark(String endpoint, LambdaClient lambda, S3Client s3) {
        this.endpoint = endpoint;
        this.lambda = lambda;
        this.s3 = s3;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("laguna.home"));
        Path folder = Files.createTempDirectory(home.resolve("bench/target/lambda"), "lake");
        Workspace workspace = Workspace.of(home, folder);
        try (Lake lake = Lake.start(
                workspace,
                LakeSettings.open(LakePorts.free()).withDrivers(new DriverSettings("1g", 0, 1)),
                (engine, elapsed) -> {})) {
            LakeClients clients = LakeClients.of(lake.addresses().endpoint(), workspace.state());
            try (LambdaClient lambda = clients.client(LambdaClient.builder());
                    EventBridgeClient events = clients.client(EventBridgeClient.builder());
                    SqsClient sqs = clients.client(SqsClient.builder());
                    S3Client s3 = clients.s3()) {
                new LambdaBenchmark(lake.addresses().endpoint(), lambda, s3).run();
                new EventRates(events, sqs).run();
            }
        }
        // After a failure the logs stay.
        Tree.delete(folder);
    }

    private void run() throws InterruptedException {
        System.out.println("Milliseconds from the client's call to its answer, over HTTP");
        runtimes().forEach((runtime, files) -> {
            String name = runtime.replace('.', '-');
            make(name, runtime, files);
            List<Double> cold = new ArrayList<>();
            for (int i = 0; i < COLD; i++) {
                int round = i;
                lambda.updateFunctionConfiguration(
                        update -> update.functionName(name).description("round " + round));
                cold.add(invoke(name));
            }
            tell(runtime + ", cold", cold);
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM; i++) {
                warm.add(invoke(name));
            }
            tell(runtime + ", warm", warm);
            System.out.printf(Locale.ROOT, "  %-36s %8.0f MB%n", runtime + ", memory", memory(name) / 1e6);
        });
        atOnce("python3-12");
        arrive();
    }

    /** Returns the memory of the environments of a function, in bytes, without what they share with others. */
    private long memory(String name) {
        long all = 0;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                all += memory(process, name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private long memory(Path process, String name) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            boolean ours = environment.contains("AWS_LAMBDA_FUNCTION_NAME=" + name + "\0")
                    && environment.contains("=" + endpoint + "\0");
            return ours
                    ? MEMORY.matcher(Files.readString(process.resolve("smaps_rollup")))
                            .results()
                            .mapToLong(line -> Long.parseLong(line.group(1)) << 10)
                            .sum()
                    : 0;
        } catch (IOException e) {
            // The process has ended, or is somebody else's.
            return 0;
        }
    }

    private void atOnce(String name) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Double> times = Collections.synchronizedList(new ArrayList<>());
        long begun = System.nanoTime();
        for (int i = 0; i < FILES; i++) {
            clients.execute(() -> times.add(invoke(name)));
        }
        clients.shutdown();
        var unused = clients.awaitTermination(2, TimeUnit.MINUTES);
        tell(FILES + " invocations, " + CLIENTS + " at once", times);
        System.out.printf(Locale.ROOT, "  %-36s %8.1f%n", "all of them", (System.nanoTime() - begun) / MILLION);
    }

    /** Measures from before a PutObject until the function's first line runs: both are times of this machine. */
    private void arrive() throws InterruptedException {
        make("arrives", "python3.12", Map.of("index.py", text(ARRIVES)));
        lambda.addPermission(add -> add.functionName("arrives")
                .statementId("s3")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com"));
        s3.createBucket(create -> create.bucket("arrives"));
        s3.putBucketNotificationConfiguration(put -> put.bucket("arrives")
                .notificationConfiguration(to -> to.lambdaFunctionConfigurations(LambdaFunctionConfiguration.builder()
                        .lambdaFunctionArn("arn:aws:lambda:us-east-1:000000000000:function:arrives")
                        .events(Event.S3_OBJECT_CREATED)
                        .build())));
        invoke("arrives");
        List<Double> begun = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            String key = "file-" + i;
            begun.add((double) System.currentTimeMillis());
            s3.putObject(put -> put.bucket("arrives").key(key), RequestBody.fromString("x"));
            TimeUnit.MILLISECONDS.sleep(100);
        }
        String seen = lambda.invoke(invoke -> invoke.functionName("arrives"))
                .payload()
                .asUtf8String();
        List<Double> ends = new ArrayList<>();
        for (String each : seen.replaceAll("[\\[\\] ]", "").split(",", -1)) {
            ends.add(Double.parseDouble(each));
        }
        List<Double> ways = new ArrayList<>();
        for (int i = 0; i < Math.min(begun.size(), ends.size()); i++) {
            ways.add(ends.get(i) - begun.get(i));
        }
        tell("PutObject to the function's first line", ways);
    }

    private void make(String name, String runtime, Map<String, byte[]> files) {
        lambda.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::000000000000:role/bench")
                .runtime(runtime)
                .handler(runtime.startsWith("java") ? EchoFunction.class.getName() + "::handle" : "index.handler")
                .memorySize(256)
                .timeout(30)
                .code(code -> code.zipFile(zip(files))));
    }

    private double invoke(String name) {
        long begun = System.nanoTime();
        lambda.invoke(invoke -> invoke.functionName(name).payload(SdkBytes.fromUtf8String("{}")));
        return (System.nanoTime() - begun) / MILLION;
    }

    private static void tell(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT, "  %-36s p50 %8.1f   p99 %8.1f%n", what, sorted.get(sorted.size() / 2), sorted.get((int)
                        Math.min(sorted.size() - 1, Math.ceil(sorted.size() * 0.99))));
    }

    private static SdkBytes zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }
}
