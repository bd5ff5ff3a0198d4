package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThat;

import io.laguna.engines.process.S3Access;
import io.laguna.engines.process.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** An installation whose SparkSubmit is a small program: real JVMs and the real handover, without Spark. */
final class StandIn {
    private static final String SUBMIT =
            """
            package org.apache.spark.deploy;
            public final class SparkSubmit {
                public static void main(String[] words) throws Exception {
                    String what = words[words.length - 1];
                    System.out.println(System.getProperty("readied", "cold") + " " + ProcessHandle.current().pid());
                    switch (what) {
                        case "exit" -> System.exit(5);
                        case "throw" -> throw new IllegalStateException("no rows", new java.io.IOException("no bucket"));
                        case "oom" -> { byte[] all = new byte[1_900_000_000]; System.out.println(all.length); }
                        case "task-oom" -> throw new IllegalStateException("Job aborted", new OutOfMemoryError("in a task"));
                        case "sleep" -> Thread.sleep(60_000);
                        case "thread" -> new Thread(() -> {
                            try { Thread.sleep(300); } catch (InterruptedException e) { return; }
                            System.out.println("thread ended");
                        }).start();
                        case "surroundings" -> {
                            System.getenv().forEach((name, value) -> System.out.println(name + "=" + value));
                            System.out.println("user.dir=" + System.getProperty("user.dir"));
                            java.nio.file.Files.writeString(java.nio.file.Path.of("relative"), "left");
                            java.nio.file.Files.writeString(new java.io.File("absolute").getAbsoluteFile().toPath(), "left");
                        }
                        case "properties" -> System.out.println(String.join("\\n", words));
                        default -> System.err.print("\\r[Stage 1:==> (1 + 1) / 2]\\rdone " + what + "\\n");
                    }
                }
            }
            """;
    private static final String DRIVER =
            """
            package io.laguna.engines.spark;
            public final class Driver {
                public static void main(String[] words) throws Exception {
                    org.apache.spark.deploy.SparkSubmit.main(words);
                }
            }
            """;
    private static final String WARM =
            """
            package io.laguna.engines.spark;
            public final class WarmDriver {
                public static void main(String[] arguments) throws Exception {
                    System.err.println("getting ready");
                    System.setProperty("readied", "warm");
                    var job = new Handover(java.nio.file.Path.of(arguments[0])).await();
                    if (job.isPresent()) {
                        System.setProperty("user.dir", java.nio.file.Path.of("/proc/self/cwd").toRealPath().toString());
                        org.apache.spark.deploy.SparkSubmit.main(job.get().toArray(String[]::new));
                    }
                }
            }
            """;

    private final Workspace workspace;

    private StandIn(Workspace workspace) {
        this.workspace = workspace;
    }

    static StandIn in(Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve("home/engines/spark/target/classes"));
        Files.writeString(target.resolveSibling("classpath"), target.toString());
        Path configuration = Files.createDirectories(folder.resolve("home/hive-conf/local"));
        for (String file : List.of("log4j2.properties", "spark-defaults.conf")) {
            Files.createFile(configuration.resolve(file));
        }
        Path handover = Path.of("spark/src/main/java/io/laguna/engines/spark/Handover.java");
        Path submit = Files.writeString(folder.resolve("SparkSubmit.java"), SUBMIT);
        Path driver = Files.writeString(folder.resolve("Driver.java"), DRIVER);
        Path warm = Files.writeString(folder.resolve("WarmDriver.java"), WARM);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        target.toString(),
                        handover.toString(),
                        submit.toString(),
                        driver.toString(),
                        warm.toString());
        assertThat(result).isZero();
        return new StandIn(Workspace.of(folder.resolve("home"), folder.resolve("lake")));
    }

    Workspace workspace() {
        return workspace;
    }

    Drivers drivers(int warm, int concurrent) {
        return drivers(warm, concurrent, concurrent);
    }

    Drivers drivers(int warm, int concurrent, int most) {
        return new Drivers(
                workspace,
                new S3Access("http://127.0.0.1:1", "key", "secret"),
                "thrift://127.0.0.1:1",
                new DriverSettings("64m", warm, concurrent, most));
    }

    static SparkSubmission job(String... words) {
        return new SparkSubmission("job", List.of(words), JobEnvironment.LAKE);
    }

    static SparkSubmission withVariable(SparkSubmission job) {
        return new SparkSubmission(
                job.name(), job.arguments(), JobEnvironment.LAKE.withVariables(Map.of("NAME", "value")));
    }

    /** Returns the folder in which JVMs have their temporary files. */
    Path scratch() {
        return workspace.state().resolve("spark");
    }
}
