package io.laguna.engines.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The environment that every child process starts from: what programs need of the caller's own, and nothing that leads
 * to AWS. Whoever starts Laguna may be signed in to a real account; no job of Laguna's works there by accident.
 *
 * <p>An SDK looks for its settings in variables, in files of the home and at the metadata service of the machine. The
 * first are not inherited, the others are switched off.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html">Settings of AWS SDKs</a>
 */
final class ChildEnvironment {
    private static final String NOTHING = "/dev/null";

    /** The settings that keep SDKs and the command line from files of the home and from the metadata service. */
    static final Map<String, String> NO_ACCOUNT = Map.of(
            "AWS_CONFIG_FILE", NOTHING,
            "AWS_SHARED_CREDENTIALS_FILE", NOTHING,
            "AWS_EC2_METADATA_DISABLED", "true");

    /**
     * The variables that a child process inherits: who works where and in which language, where programs, libraries and
     * certificates are, and how the network is reached.
     */
    private static final Set<String> INHERITED = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "SHELL",
            "TERM",
            "HOSTNAME",
            "LANG",
            "LANGUAGE",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "MALLOC_ARENA_MAX",
            "JAVA_HOME",
            "JDK_JAVA_OPTIONS",
            "JAVA_TOOL_OPTIONS",
            "HADOOP_USER_NAME",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "CURL_CA_BUNDLE",
            "REQUESTS_CA_BUNDLE",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "LAGUNA_LAKE",
            "LAGUNA_LOG_LEVEL",
            "LAGUNA_HDFS_REPLICATION",
            "LAGUNA_NODE_MEMORY_MB",
            "LAGUNA_NODE_VCORES");

    private static final List<String> INHERITED_BEGINNINGS = List.of("LC_", "PYENV_", "PIP_");

    private ChildEnvironment() {}

    /**
     * Prepares a process. Nothing else in Laguna makes one.
     *
     * @param own the variables of the process, over those that it inherits
     */
    static ProcessBuilder process(List<String> words, Map<String, String> own) {
        ProcessBuilder builder = new ProcessBuilder(words);
        Map<String, String> environment = of(builder.environment(), own);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    /**
     * Returns the environment of a process.
     *
     * @param callers the environment that Laguna was started with
     * @param own the variables of the process, over those that it inherits
     */
    static Map<String, String> of(Map<String, String> callers, Map<String, String> own) {
        Map<String, String> environment = new HashMap<>();
        BiConsumer<String, String> inherit = (name, value) -> {
            if (INHERITED.contains(name) || INHERITED_BEGINNINGS.stream().anyMatch(name::startsWith)) {
                environment.put(name, value);
            }
        };
        callers.forEach(inherit);
        environment.putAll(NO_ACCOUNT);
        environment.putAll(own);
        return environment;
    }
}
