package io.laguna.emulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** {@code ./laguna aws …}: the {@code aws} command line on the lake that is up. */
@Command(
        name = "aws",
        description = "Run the aws command line, where it is installed, on the lake that is up: ./laguna aws s3 ls")
final class AwsCommand implements Callable<Integer> {
    private static final Pattern PATH_SEPARATOR = Pattern.compile(":");

    @Unmatched
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path aws = onPath("aws")
                .orElseThrow(() -> new CommandFailure(
                        "There is no aws on the PATH. Install it (Debian, Ubuntu: apt-get install awscli), or use any other"
                                + " AWS client with ./laguna env."));
        Map<String, String> variables = ClientEnvironment.of(Home.workspace());
        // Releases before 1.29 and 2.13 do not know AWS_ENDPOINT_URL.
        List<String> command =
                new ArrayList<>(List.of(aws.toString(), "--endpoint-url", variables.get("AWS_ENDPOINT_URL")));
        command.addAll(words);
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().putAll(variables);
        process.environment().remove("AWS_SESSION_TOKEN");
        process.environment().remove("AWS_PROFILE");
        return process.start().waitFor();
    }

    private static Optional<Path> onPath(String program) {
        return PATH_SEPARATOR
                .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
