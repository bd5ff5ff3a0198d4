package io.laguna.emulator.glue.job.error;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A category of errors.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/monitor-observability.html">Error categories</a>
 */
public enum ErrorCategory {
    GLUE_JOB_BOOKMARK_VERSION_MISMATCH("VersionMismatchException"),
    OUT_OF_MEMORY("OutOfMemoryError|MemoryError|Container killed by YARN for exceeding memory limits"),
    DISK_NO_SPACE("No space left on device"),
    THROTTLING("Throttling|TooManyRequests|SlowDown|Rate exceeded|ProvisionedThroughputExceeded"),
    COMPILATION("CompilationException"),
    IMPORT("ModuleNotFoundError|ImportError|ClassNotFoundException|NoClassDefFoundError"),
    QUERY("AnalysisException|ParseException"),
    PERMISSION("AccessDenied|AccessControlException|PermissionError|UnauthorizedOperation|Status Code: 403"),
    RESOURCES_ALREADY_EXISTS("AlreadyExists|FileExistsError|BucketAlreadyOwnedByYou"),
    RESOURCE_NOT_FOUND("EntityNotFound|FileNotFound|NoSuchKey|NoSuchBucket|ResourceNotFound|NoSuchTable|NoSuchDatabase"
            + "|NoSuchFile|Entity Not Found|No such file"),
    DATA_LAKE_FRAMEWORK("org\\.apache\\.(iceberg|hudi)\\.|io\\.delta\\.|org\\.apache\\.spark\\.sql\\.delta\\."),
    CONNECTION("ConnectException|ConnectionError|ConnectionRefused|CommunicationsException|UnknownHostException"
            + "|EndpointConnectionError|SocketException|NoRouteToHost|Connection refused|SQLNonTransientConnection"
            + "|SQLTransientConnection|gaierror"),
    TIMEOUT("TimeoutException|TimeoutError|SocketTimeout|Read timed out"),
    UNSUPPORTED_OPERATION("UnsupportedOperation|NotImplementedError"),
    SYSTEM_EXIT("SystemExit"),
    INVALID_ARGUMENT("IllegalArgumentException|NumberFormatException"),
    DYNAMODB("DynamoDb"),
    REDSHIFT("com\\.amazon\\.redshift\\."),
    LAKEFORMATION("LakeFormation"),
    S3("AmazonS3Exception|S3Exception|AWSS3IOException"),
    GLUE("GlueException|Service: Glue"),
    UNCLASSIFIED_SPARK("org\\.apache\\.spark\\."),
    SYNTAX("SyntaxError"),
    LAUNCH("LaunchException"),
    UNCLASSIFIED("");

    /** The exceptions of Python's own compiler. */
    static final Set<String> SYNTAX_ERRORS = Set.of("SyntaxError", "IndentationError", "TabError");

    /** The exceptions that a script's own mistakes raise. */
    private static final Set<String> MISTAKES = Set.of(
            "NameError",
            "UnboundLocalError",
            "KeyError",
            "IndexError",
            "LookupError",
            "TypeError",
            "ValueError",
            "AttributeError",
            "AssertionError",
            "UnicodeDecodeError",
            "GlueArgumentError",
            "ArgumentError",
            "PySparkTypeError",
            "PySparkValueError",
            "PySparkAttributeError",
            "ParamValidationError");

    /** The words that AWS's services and the file system have for a category, in a message of Python's. */
    private static final List<ErrorCategory> BY_MESSAGE =
            List.of(DISK_NO_SPACE, THROTTLING, PERMISSION, RESOURCES_ALREADY_EXISTS, RESOURCE_NOT_FOUND, CONNECTION);

    private static final Set<String> WITH_MESSAGE = Set.of("ClientError", "OSError", "IOError");

    private final Pattern signs;

    ErrorCategory(String signs) {
        this.signs = Pattern.compile(signs);
    }

    /**
     * Returns the category of a Python exception.
     *
     * @param type its name without its module
     */
    static ErrorCategory ofPython(String type, String message) {
        if (SYNTAX_ERRORS.contains(type)) {
            return SYNTAX;
        }
        if (MISTAKES.contains(type)) {
            return INVALID_ARGUMENT;
        }
        if (WITH_MESSAGE.contains(type)) {
            return first(BY_MESSAGE.stream(), message);
        }
        return first(Stream.of(values()), type);
    }

    /**
     * Returns the category of an exception of Java's.
     *
     * @param type the class of the last cause
     * @param message all that was said
     */
    static ErrorCategory ofJava(String type, String message) {
        ErrorCategory byType = first(Stream.of(values()).filter(each -> each != UNCLASSIFIED_SPARK), type);
        if (byType != UNCLASSIFIED) {
            return byType;
        }
        ErrorCategory byMessage = first(BY_MESSAGE.stream(), message);
        return byMessage == UNCLASSIFIED && UNCLASSIFIED_SPARK.isSaid(type) ? UNCLASSIFIED_SPARK : byMessage;
    }

    /** Returns the name as a message has it: {@code QUERY_ERROR}. */
    String text() {
        return name() + "_ERROR";
    }

    private static ErrorCategory first(Stream<ErrorCategory> categories, String text) {
        return categories
                .filter(each -> each != UNCLASSIFIED && each.isSaid(text))
                .findFirst()
                .orElse(UNCLASSIFIED);
    }

    private boolean isSaid(String text) {
        return signs.matcher(text).find();
    }
}
