data "aws_region" "here" {}

resource "aws_cloudwatch_log_group" "apis" {
  name = "/apis/terraform"
}

resource "aws_apigatewayv2_api" "http" {
  name          = "terraform-http"
  protocol_type = "HTTP"
  description   = var.changed ? "An HTTP API, changed" : "An HTTP API"
  cors_configuration {
    allow_origins = ["https://page.example"]
    allow_methods = ["GET", "POST"]
    allow_headers = ["content-type"]
    max_age       = 300
  }
  tags = { team = "data" }
}

resource "aws_apigatewayv2_integration" "server" {
  api_id             = aws_apigatewayv2_api.http.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  integration_uri    = "https://server.example/{proxy}"
}

resource "aws_apigatewayv2_integration" "function" {
  api_id                 = aws_apigatewayv2_api.http.id
  integration_type       = "AWS_PROXY"
  integration_uri        = "arn:aws:lambda:${data.aws_region.here.name}:000000000000:function:hello"
  integration_method     = "POST"
  payload_format_version = "2.0"
  timeout_milliseconds   = var.changed ? 15000 : 12000
}

resource "aws_apigatewayv2_route" "server" {
  api_id    = aws_apigatewayv2_api.http.id
  route_key = "ANY /{proxy+}"
  target    = "integrations/${aws_apigatewayv2_integration.server.id}"
}

resource "aws_apigatewayv2_route" "function" {
  api_id    = aws_apigatewayv2_api.http.id
  route_key = "GET /hello"
  target    = "integrations/${aws_apigatewayv2_integration.function.id}"
}

resource "aws_apigatewayv2_stage" "live" {
  api_id      = aws_apigatewayv2_api.http.id
  name        = "$default"
  auto_deploy = true
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.apis.arn
    format          = "$context.requestId $context.routeKey $context.status"
  }
}

resource "aws_apigatewayv2_deployment" "fixed" {
  api_id     = aws_apigatewayv2_api.http.id
  depends_on = [aws_apigatewayv2_route.function]
}

resource "aws_apigatewayv2_stage" "fixed" {
  api_id          = aws_apigatewayv2_api.http.id
  name            = "fixed"
  deployment_id   = aws_apigatewayv2_deployment.fixed.id
  stage_variables = { color = var.changed ? "green" : "blue" }
}

resource "aws_api_gateway_rest_api" "rest" {
  name               = "terraform-rest"
  binary_media_types = var.changed ? ["image/png", "image/jpeg"] : ["image/png"]
  endpoint_configuration {
    types = ["REGIONAL"]
  }
  tags = { team = "data" }
}

resource "aws_api_gateway_resource" "pets" {
  rest_api_id = aws_api_gateway_rest_api.rest.id
  parent_id   = aws_api_gateway_rest_api.rest.root_resource_id
  path_part   = var.changed ? "animals" : "pets"
}

resource "aws_api_gateway_resource" "pet" {
  rest_api_id = aws_api_gateway_rest_api.rest.id
  parent_id   = aws_api_gateway_resource.pets.id
  path_part   = "{id}"
}

resource "aws_api_gateway_method" "pet" {
  rest_api_id        = aws_api_gateway_rest_api.rest.id
  resource_id        = aws_api_gateway_resource.pet.id
  http_method        = "GET"
  authorization      = "NONE"
  request_parameters = { "method.request.path.id" = true }
}

resource "aws_api_gateway_integration" "pet" {
  rest_api_id             = aws_api_gateway_rest_api.rest.id
  resource_id             = aws_api_gateway_resource.pet.id
  http_method             = aws_api_gateway_method.pet.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = "arn:aws:apigateway:${data.aws_region.here.name}:lambda:path/2015-03-31/functions/arn:aws:lambda:${data.aws_region.here.name}:000000000000:function:hello/invocations"
}

resource "aws_api_gateway_method" "options" {
  rest_api_id   = aws_api_gateway_rest_api.rest.id
  resource_id   = aws_api_gateway_resource.pet.id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "options" {
  rest_api_id       = aws_api_gateway_rest_api.rest.id
  resource_id       = aws_api_gateway_resource.pet.id
  http_method       = aws_api_gateway_method.options.http_method
  type              = "MOCK"
  request_templates = { "application/json" = "{\"statusCode\": 200}" }
}

resource "aws_api_gateway_method_response" "options" {
  rest_api_id         = aws_api_gateway_rest_api.rest.id
  resource_id         = aws_api_gateway_resource.pet.id
  http_method         = aws_api_gateway_method.options.http_method
  status_code         = "200"
  response_models     = { "application/json" = "Empty" }
  response_parameters = { "method.response.header.Access-Control-Allow-Origin" = true }
}

resource "aws_api_gateway_integration_response" "options" {
  rest_api_id         = aws_api_gateway_rest_api.rest.id
  resource_id         = aws_api_gateway_resource.pet.id
  http_method         = aws_api_gateway_method.options.http_method
  status_code         = aws_api_gateway_method_response.options.status_code
  response_parameters = { "method.response.header.Access-Control-Allow-Origin" = "'*'" }
  depends_on          = [aws_api_gateway_integration.options]
}

resource "aws_api_gateway_deployment" "rest" {
  rest_api_id = aws_api_gateway_rest_api.rest.id
  depends_on  = [aws_api_gateway_integration.pet, aws_api_gateway_integration_response.options]
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_api_gateway_stage" "rest" {
  rest_api_id   = aws_api_gateway_rest_api.rest.id
  deployment_id = aws_api_gateway_deployment.rest.id
  stage_name    = "live"
  variables     = { color = var.changed ? "green" : "blue" }
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.apis.arn
    format          = "$context.requestId $context.resourcePath $context.status"
  }
}

resource "aws_iam_role" "apis" {
  name = "terraform-apis"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "apigateway.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_api_gateway_account" "here" {
  cloudwatch_role_arn = aws_iam_role.apis.arn
}

resource "aws_api_gateway_method_settings" "all" {
  rest_api_id = aws_api_gateway_rest_api.rest.id
  stage_name  = aws_api_gateway_stage.rest.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = true
    logging_level          = var.changed ? "ERROR" : "INFO"
    throttling_burst_limit = var.changed ? 20 : 10
    throttling_rate_limit  = 12.5
  }

  depends_on = [aws_api_gateway_account.here]
}

resource "aws_api_gateway_method_settings" "pet" {
  rest_api_id = aws_api_gateway_rest_api.rest.id
  stage_name  = aws_api_gateway_stage.rest.stage_name
  method_path = "pets/{id}/GET"

  settings {
    metrics_enabled = var.changed
  }
}

output "rest" {
  value = aws_api_gateway_stage.rest.invoke_url
}

resource "aws_apigatewayv2_api" "quick" {
  name          = "terraform-quick"
  protocol_type = "HTTP"
  target        = "https://server.example/"
  description   = var.changed ? "later" : "made by one call"
}

resource "aws_apigatewayv2_api" "document" {
  name          = "terraform-document"
  protocol_type = "HTTP"
  version       = "1"

  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "terraform-document", version = "1" }
    paths = {
      (var.changed ? "/later" : "/first") = {
        get = {
          x-amazon-apigateway-integration = {
            type = "HTTP_PROXY", httpMethod = "GET", payloadFormatVersion = "1.0", uri = "https://server.example/"
          }
        }
      }
    }
  })
}

resource "aws_api_gateway_rest_api" "document" {
  name = "terraform-document"

  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "terraform-document", version = "1" }
    paths = {
      (var.changed ? "/later" : "/first") = {
        get = {
          x-amazon-apigateway-integration = {
            type = "HTTP_PROXY", httpMethod = "GET", payloadFormatVersion = "1.0", uri = "https://server.example/"
          }
        }
      }
    }
  })

  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
