package io.kizuna.web.release;

import io.kizuna.kernel.ErrorCode;
import io.kizuna.kernel.MesException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The disposition step is completed by the disposition, whose gates are computed; the general way
 * of completing a step would go round them (R32).
 */
@Configuration
class DispositionStepGuard implements WebMvcConfigurer, HandlerInterceptor {

  private static final String STEP = "up-release.user_decide_disposition";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .addPathPatterns(
            "/api/batches/*/steps/*/completions/*", "/api/batches/*/steps/*/challenges");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    if (variables instanceof Map<?, ?> path && isDisposition(path.get("step"))) {
      throw new MesException(
          ErrorCode.RELEASE_BLOCKED,
          "The disposition is decided on the release page; its gates are computed.",
          STEP,
          "PUT /api/batches/{id}/dispositions/{requestId}",
          "QA");
    }
    return true;
  }

  private static boolean isDisposition(@Nullable Object step) {
    return step instanceof String key && (key.equals(STEP) || key.startsWith(STEP + "~"));
  }
}
