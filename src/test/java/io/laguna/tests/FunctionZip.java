package io.laguna.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Functions of one file each. */
final class FunctionZip {
    private FunctionZip() {}

    /** Makes a function in Python, which buckets may call. */
    static void make(LambdaClient lambda, String name, String code) {
        lambda.createFunction(create -> create.functionName(name)
                .role("arn:aws:iam::000000000000:role/tests")
                .runtime("python3.12")
                .handler("index.handler")
                .memorySize(512)
                .timeout(60)
                .code(zip -> zip.zipFile(of(code))));
        lambda.waiter().waitUntilFunctionActiveV2(get -> get.functionName(name));
        lambda.addPermission(add -> add.functionName(name)
                .statementId("s3")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com"));
    }

    static SdkBytes of(String code) {
        return of("index.py", code);
    }

    static SdkBytes of(String name, String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(code.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }
}
