package io.laguna.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Tests of the query protocol of a service that speaks JSON today, as its older clients send it. */
class FormerQueryTest {
    private static final String QUEUE = "http://host:1/000000000000/q";
    private static final ServiceDescription SQS = ServiceDescription.reflect(SqsClient.class)
            .formerly("2012-11-05", "http://queue.amazonaws.com/doc/2012-11-05/", "QueueUrl");

    private final Wire sqs = new Wire(SQS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "CreateQueue&QueueName=q&Attribute.1.Name=DelaySeconds&Attribute.1.Value=5&Tag.1.Key=a&Tag.1.Value=b"
                        + " | CreateQueueRequest(QueueName=q, Attributes={DelaySeconds=5}, Tags={a=b})",
                "GetQueueAttributes&AttributeName.1=All&AttributeName.2=Policy"
                        + " | GetQueueAttributesRequest(QueueUrl=" + QUEUE + ", AttributeNames=[All, Policy])",
                "SendMessage&MessageBody=a+%26b&MessageAttribute.1.Name=n&MessageAttribute.1.Value.DataType=String"
                        + "&MessageAttribute.1.Value.StringValue=v | SendMessageRequest(QueueUrl=" + QUEUE
                        + ", MessageBody=a &b, MessageAttributes={n=MessageAttributeValue(StringValue=v, DataType=String)})",
                "SendMessageBatch&SendMessageBatchRequestEntry.2.Id=two&SendMessageBatchRequestEntry.2.MessageBody=2"
                        + "&SendMessageBatchRequestEntry.1.Id=one&SendMessageBatchRequestEntry.1.DelaySeconds=3"
                        + " | SendMessageBatchRequest(QueueUrl=" + QUEUE
                        + ", Entries=[SendMessageBatchRequestEntry(Id=one, DelaySeconds=3),"
                        + " SendMessageBatchRequestEntry(Id=two, MessageBody=2)])",
                "ReceiveMessage&AttributeName.1=All&MessageAttributeName.1=x&MaxNumberOfMessages=3"
                        + " | ReceiveMessageRequest(QueueUrl=" + QUEUE
                        + ", AttributeNames=[All], MessageAttributeNames=[x], MaxNumberOfMessages=3)",
                "DeleteMessageBatch&DeleteMessageBatchRequestEntry.1.Id=1&DeleteMessageBatchRequestEntry.1.ReceiptHandle=r"
                        + " | DeleteMessageBatchRequest(QueueUrl=" + QUEUE
                        + ", Entries=[DeleteMessageBatchRequestEntry(Id=1, ReceiptHandle=r)])",
                "AddPermission&Label=l&AWSAccountId.1=1&AWSAccountId.2=2&ActionName.1=SendMessage"
                        + " | AddPermissionRequest(QueueUrl=" + QUEUE
                        + ", Label=l, AWSAccountIds=[1, 2], Actions=[SendMessage])",
                "UntagQueue&TagKey.1=a | UntagQueueRequest(QueueUrl=" + QUEUE + ", TagKeys=[a])",
                "DeleteMessage&QueueUrl=http://other/1/q&ReceiptHandle=r"
                        + " | DeleteMessageRequest(QueueUrl=http://other/1/q, ReceiptHandle=r)",
            })
    void aFormHasTheFormerNames(String form, String request) throws MalformedRequestException {
        WireRequest plain = Sent.form("Version=2012-11-05&Action=" + form);
        boolean own = form.startsWith("CreateQueue");
        WireRequest sent = new WireRequest(
                "POST", own ? "/" : "/000000000000/q", "", Map.of("host", List.of("host:1")), plain.body());

        assertThat(sqs.decode(SQS.operation(sent).orElseThrow(), sent)).hasToString(request);
    }

    @Test
    void answersHaveTheFormerNames() {
        Map<SdkPojo, String> answers = Map.of(
                ListQueuesResponse.builder().queueUrls("a", "b").build(),
                "<QueueUrl>a</QueueUrl><QueueUrl>b</QueueUrl>",
                GetQueueAttributesResponse.builder()
                        .attributesWithStrings(Map.of("DelaySeconds", "5"))
                        .build(),
                "<Attribute><Name>DelaySeconds</Name><Value>5</Value></Attribute>",
                ListQueueTagsResponse.builder().tags(Map.of("a", "b")).build(),
                "<Tag><Key>a</Key><Value>b</Value></Tag>",
                ReceiveMessageResponse.builder()
                        .messages(Message.builder()
                                .messageId("m")
                                .md5OfBody("d")
                                .body("<&>")
                                .messageAttributes(Map.of(
                                        "n",
                                        MessageAttributeValue.builder()
                                                .dataType("Binary")
                                                .binaryValue(SdkBytes.fromUtf8String("hi"))
                                                .build()))
                                .build())
                        .build(),
                "<Message><MessageId>m</MessageId><MD5OfBody>d</MD5OfBody><Body>&lt;&amp;&gt;</Body><MessageAttribute>"
                        + "<Name>n</Name><Value><BinaryValue>aGk=</BinaryValue><DataType>Binary</DataType></Value>"
                        + "</MessageAttribute></Message>",
                SendMessageBatchResponse.builder()
                        .successful(SendMessageBatchResultEntry.builder()
                                .id("1")
                                .messageId("m")
                                .build())
                        .failed(BatchResultErrorEntry.builder()
                                .id("2")
                                .code("C")
                                .senderFault(true)
                                .build())
                        .build(),
                "<SendMessageBatchResultEntry><Id>1</Id><MessageId>m</MessageId></SendMessageBatchResultEntry>"
                        + "<BatchResultErrorEntry><Id>2</Id><SenderFault>true</SenderFault><Code>C</Code>"
                        + "</BatchResultErrorEntry>",
                DeleteMessageResponse.builder().build(),
                "");

        answers.forEach((answer, members) -> {
            String operation = answer.getClass().getSimpleName().replace("Response", "");
            assertThat(Sent.text(sqs.encode(SQS.operations().get(operation), answer, "id")))
                    .isEqualTo("<" + operation + "Response xmlns=\"http://queue.amazonaws.com/doc/2012-11-05/\"><"
                            + operation + "Result>" + members + "</" + operation
                            + "Result><ResponseMetadata><RequestId>id</RequestId></ResponseMetadata></" + operation
                            + "Response>");
        });
    }

    @Test
    void anErrorHasItsFormerCode() {
        QueueDoesNotExistException failure = QueueDoesNotExistException.builder()
                .message("no")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AWS.SimpleQueueService.NonExistentQueue")
                        .errorMessage("no")
                        .build())
                .build();

        WireResponse answer = sqs.encodeFailure(failure, "id");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(Sent.text(answer))
                .contains(
                        "<Type>Sender</Type><Code>AWS.SimpleQueueService.NonExistentQueue</Code><Message>no</Message>");
    }
}
