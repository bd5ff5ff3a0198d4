package io.laguna.pipelines.sales;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laguna.pipelines.follow.Questions;
import io.laguna.pipelines.run.FunctionDeployment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.Runtime;

/** The producer of sales: it sends each file to a function, which puts it into S3. */
record Producer(LambdaClient lambda, Questions questions, String role, String bucket) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "producer.py";
    private static final int SECONDS = 60;
    private static final int MEGABYTES = 256;

    /** Makes the function, or gives it the present code and settings. */
    void make(Path scripts) {
        SdkBytes code = SdkBytes.fromByteArray(zip(scripts.resolve(SCRIPT)));
        new FunctionDeployment(lambda, questions)
                .deploy(CreateFunctionRequest.builder()
                        .functionName(Names.FUNCTION)
                        .runtime(Runtime.PYTHON3_12)
                        .handler("producer.handler")
                        .role(role)
                        .timeout(SECONDS)
                        .memorySize(MEGABYTES)
                        .code(zip -> zip.zipFile(code))
                        .build());
    }

    /** Sends every file of a delivery, and then the one that ends it; returns the number of files. */
    int send(String delivery, SalesFiles sales) {
        String folder = Names.RAW_FOLDER + "delivery=" + delivery + "/";
        int count = 0;
        for (Iterator<String> files = sales.files(); files.hasNext(); ) {
            put(folder + String.format("sales-%03d.csv", count++), files.next());
        }
        put(folder + Names.COMPLETE, json(Map.of("delivery", delivery, "files", String.valueOf(count))));
        return count;
    }

    private void put(String key, String body) {
        InvokeResponse answer = lambda.invoke(call -> call.functionName(Names.FUNCTION)
                .payload(SdkBytes.fromUtf8String(json(Map.of("bucket", bucket, "key", key, "body", body)))));
        if (answer.functionError() != null) {
            throw new SalesFailedException("The function " + Names.FUNCTION + " failed: "
                    + answer.payload().asUtf8String());
        }
    }

    private static String json(Map<String, String> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always JSON", e);
        }
    }

    private static byte[] zip(Path script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry(SCRIPT);
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(Files.readAllBytes(script));
        } catch (IOException e) {
            throw new UncheckedIOException("The function in " + script + " cannot be packed", e);
        }
        return bytes.toByteArray();
    }
}
