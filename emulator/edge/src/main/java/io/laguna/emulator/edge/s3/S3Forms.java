package io.laguna.emulator.edge.s3;

import io.laguna.emulator.edge.form.FormUpload;
import io.laguna.emulator.edge.form.MultipartForm;
import io.laguna.emulator.edge.form.PostPolicy;
import io.laguna.emulator.edge.form.RangedFile;
import io.laguna.emulator.edge.payload.BodyRefusal;
import io.laguna.emulator.edge.request.Clocks;
import io.laguna.emulator.edge.signature.FormClaim;
import io.laguna.emulator.edge.signature.Refusal;
import io.laguna.emulator.edge.signature.SignatureCheck;
import io.laguna.emulator.edge.signature.SignatureCheck.Verified;
import io.laguna.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The forms that upload an object: who signed their policies, and what those allow. */
public record S3Forms(SignatureCheck signatures, Clocks clocks) {
    /**
     * A form that may be done.
     *
     * @param signed empty for a form without a policy, that nobody has signed
     */
    record Allowed(FormUpload upload, WireRequest put, InputStream file, Optional<Verified> signed) {}

    /** Reads a form up to its file, and holds it against its policy. */
    Allowed read(S3Request request, String bucket, InputStream body) throws IOException, Refusal {
        MultipartForm form = MultipartForm.read(request.header("content-type").orElse(""), body);
        FormUpload upload = FormUpload.of(bucket, form);
        String policy = upload.fields().getOrDefault("policy", "");
        boolean signs = FormClaim.of(upload.fields()).isPresent();
        if (policy.isEmpty() && signs) {
            throw new BodyRefusal(
                    400, "InvalidArgument", "Bucket POST must contain a field named 'policy' where it is signed.");
        }
        if (policy.isEmpty()) {
            return new Allowed(upload, upload.put(request.head()), form.file(), Optional.empty());
        }
        if (!signs) {
            throw new BodyRefusal(400, "InvalidArgument", "Bucket POST must contain a field named 'AWSAccessKeyId'.");
        }
        if (!upload.fields().containsKey("signature") && !upload.fields().containsKey("x-amz-signature")) {
            throw new BodyRefusal(400, "InvalidArgument", "Bucket POST must contain a field named 'Signature'.");
        }
        Verified verified = signatures.verifyForm(upload.fields());
        PostPolicy allowed = PostPolicy.check(policy, upload.fields(), clocks.now());
        return new Allowed(
                upload, upload.put(request.head()), new RangedFile(form.file(), allowed), Optional.of(verified));
    }
}
