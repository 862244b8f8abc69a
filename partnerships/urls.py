urlpatterns = []
neutral_patterns = []
