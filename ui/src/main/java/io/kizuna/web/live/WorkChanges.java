package io.kizuna.web.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every write through the interface may change somebody's work: their pages look again. */
@Configuration
class WorkChanges implements WebMvcConfigurer, HandlerInterceptor {

  private static final int FIRST_ERROR = 400;

  private final LiveStreams streams;

  WorkChanges(LiveStreams streams) {
    this.streams = streams;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns("/api/session/**");
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (!request.getMethod().equals("GET") && response.getStatus() < FIRST_ERROR) {
      streams.workChanged();
    }
  }
}
